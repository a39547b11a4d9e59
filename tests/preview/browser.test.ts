import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderWith, ROOT } from '../cli/run.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** A browser of the system: none comes with the package that drives it. */
const BROWSER = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

if (!BROWSER) {
  console.warn(
    'tests/preview/browser.test.ts: skipped, for there is no Chromium here (apt-get install -y chromium, or name one in CHROMIUM)',
  );
}

/** Saves that are measured, and saves in a row while memory is looked at. */
const MEASURED = 20;
const MANY = 200;

const WETLAND = 'issues/wetland.yaml';

interface Preview {
  readonly cwd: string;
  readonly url: string;
  readonly child: ChildProcess;
  write(path: string, text: string): void;
  read(path: string): string;
}

async function openPreview(...issues: readonly string[]): Promise<Preview> {
  const cwd = folderWith({});
  for (const folder of ['issues', 'papers'])
    cpSync(join(ROOT, folder), join(cwd, folder), { recursive: true });
  const command = [join(ROOT, 'bin/pagegen.mjs'), 'preview', ...issues];
  const child = spawn(process.execPath, command, { cwd, env: { PAGEGEN_LANG: 'zh', PAGEGEN_CACHE: cwd } });
  const url = await new Promise<string>((done, failed) => {
    child.stdout.on('data', (text) => done(String(text).trim()));
    child.once('exit', (code) => failed(new Error(`pagegen preview ended with ${code}`)));
  });
  return {
    cwd,
    url,
    child,
    write: (path, text) => writeFileSync(join(cwd, path), text),
    read: (path) => readFileSync(join(cwd, path), 'utf8'),
  };
}

/** Megabytes that a process holds in memory. */
function megabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function openPage(browser: Browser, preview: Preview, size = { width: 1280, height: 800 }) {
  const page = await browser.newPage({ viewport: size });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    // Thumbnails are drawn from the page itself; editors open by addresses of their own.
    const isOwn = request.url().startsWith(preview.url) || /^(?:blob|data|vscode):/.test(request.url());
    if (!isOwn) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(preview.url);
  await page.waitForSelector('.items path.headline');
  return { page, faults };
}

/** Saves and waits until the page that comes of it stands on the screen; gives the milliseconds. */
async function save(page: Page, write: () => void): Promise<number> {
  const shown = page.evaluate(
    () => new Promise<void>((done) => addEventListener('pagegen:shown', () => done(), { once: true })),
  );
  await page.evaluate(() => 1);
  const started = performance.now();
  write();
  await shown;
  return performance.now() - started;
}

const source = (page: Page) => page.locator('#source');

describe.skipIf(!BROWSER)('in a browser', () => {
  let browser: Browser;
  let preview: Preview;
  let original: string;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });
    preview = await openPreview(WETLAND);
    original = preview.read(WETLAND);
    ({ page, faults } = await openPage(browser, preview));
  });
  afterAll(async () => {
    await browser?.close();
    preview?.child.kill();
  });

  test('a click on the headline shows its line of the issue file', async () => {
    const headline = page.locator('.items path.headline').first();
    const box = (await headline.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const line = original.split('\n').findIndex((text) => text.startsWith('headline:')) + 1;
    expect(await source(page).locator('h2').textContent()).toMatch(
      new RegExp(`^issues/wetland.yaml:${line}:`),
    );
    expect(await source(page).locator('.here').textContent()).toContain('headline: 湖面大了一圈');
    expect(await page.locator('.marks rect').count()).toBe(1);
    expect(await headline.getAttribute('data-line')).toBe(String(line));
  });

  test('a double click opens the editor at the line', async () => {
    // A page of its own: the browser asks its reader whether it may open another program, and waits.
    const other = await openPage(browser, preview);
    const box = (await other.page.locator('.items path.headline').first().boundingBox())!;
    await other.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    const opened = await other.page.evaluate(() => document.documentElement.dataset['opened']);
    const line = original.split('\n').findIndex((text) => text.startsWith('headline:')) + 1;
    expect(opened).toMatch(new RegExp(`^vscode://file${join(preview.cwd, WETLAND)}:${line}:\\d+$`));
    await other.page.close();
  });

  test('a click in the middle of a line of body text finds the character', async () => {
    const { words, x, y } = await page.evaluate(() => {
      const runs = [...document.querySelectorAll<SVGElement>('.items path.body')];
      const run = runs.toSorted(
        (a, b) => b.getBoundingClientRect().width - a.getBoundingClientRect().width,
      )[3]!;
      const box = run.getBoundingClientRect();
      return { words: run.dataset['line'], x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.mouse.click(x, y);
    const [, line, column] = /:(\d+):(\d+)$/.exec((await source(page).locator('h2').textContent())!)!;
    expect(line).toBe(words);
    expect(Number(column)).toBeGreaterThan(10);
    await page.keyboard.press('Escape');
    expect(await source(page).isVisible()).toBe(false);
  });

  test('saves show new pages; the time from the write to the screen is told', async () => {
    const times: number[] = [];
    for (let i = 0; i < MEASURED; i += 1) {
      const text = i % 2 === 0 ? original.replace('。', `，第${i}次。`) : original;
      times.push(await save(page, () => preview.write(WETLAND, text)));
    }
    const sorted = times.toSorted((a, b) => a - b).map(Math.round);
    console.info(
      `save to screen, ${MEASURED} saves of ${WETLAND}: median ${sorted[MEASURED / 2]} ms, least ${sorted[0]}, most ${sorted.at(-1)}`,
    );
    expect(sorted[0]).toBeGreaterThan(0);
  });

  test('a broken file leaves the old page with the error beside it; mended, both are gone', async () => {
    await save(page, () => preview.write(WETLAND, original.replace('headline:', 'headlin:')));
    expect(await page.locator('#banner').isVisible()).toBe(true);
    expect(await page.locator('[data-code=unknown-key]').textContent()).toContain('headlin');
    expect(await page.locator('svg.stale .items path.headline').count()).toBeGreaterThan(0);
    await page.locator('[data-code=unknown-key]').click();
    expect(await source(page).locator('.here').textContent()).toContain('headlin:');
    await save(page, () => preview.write(WETLAND, original));
    expect(await page.locator('#banner').isVisible()).toBe(false);
    expect(await page.locator('.problem').count()).toBe(0);
    expect(await page.locator('svg.stale').count()).toBe(0);
  });

  test('too much copy fills the bar beyond its end, and the error shows the place on the page', async () => {
    const long = original.replace(
      /(    text: [>|]-?\n)/,
      `$1      ${'潮水来去，芦花又白了一年。'.repeat(900)}\n\n`,
    );
    expect(long).not.toBe(original);
    await save(page, () => preview.write(WETLAND, long));
    const bar = page.locator('.bar.over');
    expect(await bar.locator('.state').textContent()).toMatch(/溢出 \d+ 字/);
    expect((await bar.locator('.over').boundingBox())!.width).toBeGreaterThan(3);
    expect(await page.locator('[data-code=overset]').count()).toBe(1);
    await save(page, () => preview.write(WETLAND, original));
    expect(await page.locator('.bar.over').count()).toBe(0);
  });

  test('the overlay goes on and off, as a whole and in its parts', async () => {
    const visible = async (part: string) => page.locator(`.overlays .${part}`).isVisible();
    const all = async () => Promise.all(['columns', 'baselines', 'regions', 'line-numbers'].map(visible));
    expect(await all()).toEqual([false, false, false, false]);
    await page.keyboard.press('o');
    expect(await all()).toEqual([true, true, true, true]);
    await page.keyboard.press('b');
    expect(await all()).toEqual([true, false, true, true]);
    await page.locator('[data-overlay=regions]').click();
    expect(await all()).toEqual([true, false, false, true]);
    await page.keyboard.press('o');
    expect(await all()).toEqual([false, false, false, false]);
  });

  test('zoom makes the page larger and keeps it sharp', async () => {
    const width = async () => (await page.locator('#sheet svg').boundingBox())!.width;
    const fit = await width();
    for (const key of ['+', '+', '+']) await page.keyboard.press(key);
    expect(await width()).toBeGreaterThan(1.3 * fit);
    await page.keyboard.press('1');
    const trim = await page.locator('#sheet svg').evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width);
    expect(await width()).toBeCloseTo((trim * 96) / 72, 0);
    // Outlines, no pictures of letters.
    expect(await page.locator('#sheet image').count()).toBe(0);
    await page.keyboard.press('0');
    expect(await width()).toBeCloseTo(fit, 0);
  });

  test('speaks Chinese and English, and remembers', async () => {
    expect(await page.locator('#problems h2').textContent()).toBe('问题');
    await page.keyboard.press('l');
    expect(await page.locator('#problems h2').textContent()).toBe('Problems');
    expect(await page.locator('#fit li').first().textContent()).toMatch(/^body/);
    await page.reload();
    await page.waitForSelector('.items path.headline');
    expect(await page.locator('#problems h2').textContent()).toBe('Problems');
    await page.keyboard.press('l');
    expect(await page.locator('#problems h2').textContent()).toBe('问题');
  });

  test('light and dark', async () => {
    const ground = async () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).not.toBe(light);
    await page.keyboard.press('t');
    expect(await ground()).toBe(light);
    for (const key of ['t', 't']) await page.keyboard.press(key);
  });

  test('two browsers see the same page', async () => {
    const other = await chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });
    const second = await openPage(other, preview, { width: 820, height: 1180 });
    const both = Promise.all([
      save(second.page, () => {}),
      save(page, () => preview.write(WETLAND, original.replace('湖面大了一圈', '湖面又大一圈'))),
    ]);
    await both;
    for (const one of [page, second.page]) {
      expect(await one.locator('#title').textContent()).toContain('湖面又大一圈');
    }
    await save(page, () => preview.write(WETLAND, original));
    expect(second.faults).toEqual([]);
    await other.close();
  });

  test('nothing hangs over the edge at 1280 pixels and on a tablet', async () => {
    for (const [width, height] of [
      [1280, 800],
      [1180, 820],
      [820, 1180],
    ] as const) {
      await page.setViewportSize({ width, height });
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${width}`).toBeLessThanOrEqual(0);
      expect((await page.locator('#panel').boundingBox())!.width).toBeGreaterThan(300);
      expect((await page.locator('#sheet svg').boundingBox())!.height).toBeGreaterThan(0.3 * height);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test(`${MANY} saves in a row hold no more memory`, async () => {
    const saves = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        const text = i % 2 === 0 ? original.replace('。', `，${i}。`) : original;
        await save(page, () => preview.write(WETLAND, text));
      }
    };
    // The heap takes its size first: what is asked is whether it goes on growing.
    await saves(150);
    const heap = async () => page.evaluate(() => document.querySelectorAll('*').length);
    const before = { server: megabytes(preview.child), elements: await heap() };
    await saves(MANY);
    const after = { server: megabytes(preview.child), elements: await heap() };
    console.info(
      `${MANY} saves: server ${Math.round(before.server)} -> ${Math.round(after.server)} MB, elements of the page ${before.elements} -> ${after.elements}`,
    );
    expect(after.server - before.server).toBeLessThan(50);
    expect(Math.abs(after.elements - before.elements)).toBeLessThan(20);
  }, 900_000);

  test('nothing failed on the page, and nothing was asked of another server', () => {
    expect(faults).toEqual([]);
  });
});

describe.skipIf(!BROWSER)('several issues in a browser', () => {
  test('have thumbnails, which turn to their pages', async () => {
    const browser = await chromium.launch({ executablePath: BROWSER!, args: ['--no-sandbox'] });
    const preview = await openPreview('issues/briefs-tabloid.yaml', 'issues/night-market.yaml');
    try {
      const { page, faults } = await openPage(browser, preview);
      await page.waitForFunction(() => document.querySelectorAll('#thumbnails button').length === 2);
      const first = await page.locator('#title').textContent();
      await page.locator('#thumbnails button').nth(1).click();
      expect(await page.locator('#title').textContent()).not.toBe(first);
      // Nothing of the first page stays under the second.
      const titles = async () => page.locator('.items > *').count();
      const second = await titles();
      await page.keyboard.press('[');
      expect(await page.locator('#title').textContent()).toBe(first);
      await page.keyboard.press(']');
      expect(await titles()).toBe(second);
      await page.waitForFunction(() => {
        const all = [...document.querySelectorAll<HTMLCanvasElement>('#thumbnails canvas')];
        const inked = (canvas: HTMLCanvasElement) => {
          const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
          return pixels.some((value, i) => i % 4 === 0 && value < 100);
        };
        return all.length === 2 && all.every(inked);
      });
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      preview.child.kill();
    }
  });
});
