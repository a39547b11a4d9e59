// Makes dist/command/ out of dist/: the command with all that every build needs in one file, and beside it the parts that
// are loaded on first use. A cold start then reads one file where it would look for some hundred.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';

const OUT = 'dist/command';

/** Packages that are loaded where they stand: they bring files of their own, or few builds need them. */
const APART = [
  '@embedpdf/pdfium',
  '@resvg/resvg-js',
  'chokidar',
  'diff',
  'fontkit',
  'sharp',
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
];

/**
 * What pdfkit loads for setting type, drawing PNG files and encryption. Here it only writes objects
 * (src/output/pdf-document.ts), so the command goes without.
 */
const UNUSED_BY_PDFKIT = {
  fontkit: 'export const create = absent;',
  linebreak: 'export default absent;',
  'png-js': 'export default absent;',
  '@noble/ciphers/aes': 'export const cbc = absent, ecb = absent;',
};

const withoutUnused = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve(
      { filter: /^(?:fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/ },
      ({ path, importer }) =>
        /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    bundle.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `function absent() { throw new Error('${path} is not part of the command'); }\n${UNUSED_BY_PDFKIT[path]}`,
    }));
  },
};

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: { pagegen: 'dist/cli.js' },
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  external: APART,
  plugins: [withoutUnused],
  // Packages in the older module form ask for modules of Node by `require`.
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
});
