// Puts the page and the style of the preview beside its compiled scripts.
import { cpSync } from 'node:fs';

for (const file of ['page.html', 'page.css']) {
  cpSync(
    new URL(`../src/preview/browser/${file}`, import.meta.url),
    new URL(`../dist/preview/browser/${file}`, import.meta.url),
  );
}
