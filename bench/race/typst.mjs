// One process with Typst: `node typst.mjs FILE FONTS PDF [ROUNDS]` compiles, writes, and compiles again after a changed word.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { changed } from './changed.mjs';

const [file, fonts, pdf, rounds = '0'] = process.argv.slice(2);
const source = readFileSync(file, 'utf8');
const compiler = NodeCompiler.create({ workspace: dirname(file), fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(pdf, compiler.pdf({ mainFileContent: source }));
const times = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const started = performance.now();
  const document = compiler.compile({ mainFileContent: changed(source, round) }).result;
  const set = performance.now();
  const bytes = compiler.pdf(document);
  times.push({ model: set - started, pdf: performance.now() - started, bytes: bytes.length });
  compiler.evictCache(10);
}
console.log(JSON.stringify(times));
