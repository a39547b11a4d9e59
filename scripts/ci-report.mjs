// Prints "N passed, N failed" from the report of the tests; a report that is missing or empty is a failure.
import { readFileSync } from 'node:fs';

const [path = 'out/test-report.json'] = process.argv.slice(2);

const { passed, failed } = countsOf(path);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** A test file that could not be loaded has no tests of its own and counts as one failure. */
function countsOf(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = report.testResults.filter(
      (suite) => suite.status === 'failed' && !suite.assertionResults.length,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
  } catch (error) {
    console.error(`No report of the tests: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
