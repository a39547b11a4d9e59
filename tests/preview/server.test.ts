import { createServer, request, type IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type PreviewServer } from '../../src/preview/server.ts';
import { ask, listen } from './client.ts';
import { issueOf, pageOf } from './sample.ts';

const KEY = 'a'.repeat(32);
const GREETING = {
  version: '1',
  language: 'zh',
  editor: 'x://{path}',
  issues: ['x.yaml', 'y.yaml'],
} as const;
const assets = new Map([
  ['', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<p>页</p>') }],
  ['page.css', { type: 'text/css; charset=utf-8', bytes: Buffer.from('p {}') }],
]);

let server: PreviewServer;
beforeAll(async () => {
  server = await openServer({ port: 0, key: KEY, assets, greeting: GREETING });
});
afterAll(() => server.close());

test('serves its page and its files, with headers that shut others out', async () => {
  const page = await ask(server.url, `/${KEY}/`);
  expect(page).toMatchObject({ status: 200, text: '<p>页</p>' });
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(page.headers['access-control-allow-origin']).toBeUndefined();
  expect((await ask(server.url, `/${KEY}/page.css`)).text).toBe('p {}');
});

test.each([
  ['/', 404],
  ['/etc/passwd', 404],
  ['/../../../../etc/passwd', 404],
  [`/${KEY}/../../etc/passwd`, 404],
  [`/${KEY}/..%2f..%2fetc%2fpasswd`, 404],
  [`/${KEY}/%2e%2e/package.json`, 404],
  [`/${KEY}/page.css/../../package.json`, 404],
  [`/${KEY}//etc/passwd`, 404],
  [`/${KEY}/package.json`, 404],
  [`/${KEY}/issues/x.yaml`, 404],
  [`/${KEY.slice(1)}/`, 404],
  [`/${KEY.toUpperCase()}/`, 404],
])('gives nothing for %s', async (path, status) => {
  const answer = await ask(server.url, path);
  expect(answer.status).toBe(status);
  expect(answer.text).toBe(`${status}\n`);
});

test.each([
  ['a foreign host', { Host: 'evil.example' }],
  ['a foreign host with our port', { Host: `evil.example:PORT` }],
  ['a foreign origin', { Origin: 'https://evil.example' }],
  ['an origin without a name', { Origin: 'null' }],
  ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
])('refuses %s, the pages as well as the files', async (_name, headers) => {
  const { port } = new URL(server.url);
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
  );
  expect((await ask(server.url, `/${KEY}/`, sent)).status).toBe(403);
  expect((await ask(server.url, `/${KEY}/events`, sent)).status).toBe(403);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  expect((await ask(server.url, `/${KEY}/`, {}, method)).status).toBe(405);
});

test('listens on the loopback address alone', async () => {
  const { port } = new URL(server.url);
  const others = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    const answered = await new Promise((done) => {
      const call = request({ host: address, port, path: '/', timeout: 1000 }, () => done(true));
      call.on('error', () => done(false));
      call.on('timeout', () => done(false));
      call.end();
    });
    expect(answered, address).toBe(false);
  }
});

test('a port that is taken fails with the word of the system', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const opening = openServer({ port, key: KEY, assets, greeting: GREETING });
  await expect(opening).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

test('greets, shows what was there before, then what comes; every browser gets what it lacks', async () => {
  server.show(issueOf([pageOf('1', ['<a/>', '<b/>'])]), 0);
  const early = listen(server.url);
  expect(await early.greeting).toEqual(GREETING);
  expect(Object.values((await early.next()).parts)).toEqual(['<a/>', '<b/>']);
  server.show(issueOf([pageOf('1', ['<a/>', '<c/>'])]), 0);
  expect(Object.values((await early.next()).parts)).toEqual(['<c/>']);
  const late = listen(server.url);
  expect(Object.values((await late.next()).parts)).toEqual(['<a/>', '<c/>']);
  server.show(issueOf([pageOf('9', ['<z/>'])]), 1);
  for (const client of [early, late]) {
    const { index, pages } = await client.next();
    expect([index, pages[0]!.label]).toEqual([1, '9']);
    client.close();
  }
});

test('a browser that takes nothing in is sent no backlog, but the newest page when it goes on', async () => {
  const big = (name: string) => issueOf([pageOf('1', [`<${name}>${'字'.repeat(2e6)}</${name}>`])]);
  const slow = await new Promise<IncomingMessage>((done) => {
    request(new URL('events', server.url), (response) => done(response.pause())).end();
  });
  for (let i = 0; i < 30; i += 1) server.show(big(`n${i}`), 0);
  let text = '';
  slow.setEncoding('utf8');
  await new Promise<void>((done) => {
    slow.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('<n29>') && text.endsWith('\n\n')) done();
    });
    slow.resume();
  });
  expect([...text.matchAll(/event: issue/g)].length).toBeLessThan(8);
  slow.destroy();
});
