#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const entry = new URL('../dist/command/pagegen.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  refuse(
    `需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}。 pagegen needs Node 20.19 or newer.`,
  );
} else if (!existsSync(entry)) {
  refuse('还没有编译，请先运行 npm run build。 Not compiled yet: run npm run build first.');
} else {
  // Node 22 and later keep what they have compiled from one call to the next.
  module.enableCompileCache?.();
  const { main } = await import(entry.href);
  const manifest = new URL('../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endOfPipe);
  process.exitCode = await main(process.argv.slice(2), io(), {
    version,
    folder: dirname(fileURLToPath(manifest)),
  });
}

function io() {
  return {
    cwd: process.cwd(),
    env: process.env,
    terminal: process.stderr.isTTY === true,
    stdin: readStandardInput,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    clock: () => performance.now(),
    today: () => new Intl.DateTimeFormat('sv-SE').format(new Date()),
    streams: { input: process.stdin, output: process.stdout },
    later,
  };
}

function later(milliseconds, work) {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

async function readStandardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A reader that has seen enough (`pagegen schema issue | head`) is no fault. */
function endOfPipe(error) {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function refuse(message) {
  process.stderr.write(`pagegen: ${message}\n`);
  process.exitCode = 2;
}
