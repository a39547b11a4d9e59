// What the benchmarks share: the fonts of the package, and all that an issue of its folder starts from.
import { openDesk, sourcesOfIssue } from '../dist/cli/desk.js';

export function openPackage(home) {
  const context = { home, io: { cwd: home } };
  const { desk, diagnostics } = openDesk(context);
  if (!desk || diagnostics.length > 0) throw new Error('the desk has no fonts');
  const sourcesOf = async (issue) => ({ issue, ...(await sourcesOfIssue(desk, issue, context)) });
  return { fonts: desk.fonts, sourcesOf };
}
