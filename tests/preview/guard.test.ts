import { expect, test } from 'vitest';
import { judge, type Asked } from '../../src/preview/guard.ts';

const HOUSE = { port: 5180, key: 'k3y' };
const GOOD: Asked = {
  method: 'GET',
  url: '/k3y/page.css',
  host: '127.0.0.1:5180',
  origin: undefined,
  site: undefined,
};

test.each<readonly [string, Partial<Asked>, string]>([
  ['the page by its address', { url: '/k3y/' }, ''],
  ['by the name of this machine', { host: 'localhost:5180' }, 'page.css'],
  ['with a query, which counts for nothing', { url: '/k3y/page.css?v=1' }, 'page.css'],
  ['its own scripts', { origin: 'http://127.0.0.1:5180', site: 'same-origin' }, 'page.css'],
  ['what a reader types', { site: 'none' }, 'page.css'],
])('served: %s', (_name, asked, name) => {
  expect(judge({ ...GOOD, ...asked }, HOUSE)).toEqual({ kind: 'served', name });
});

test.each<readonly [string, Partial<Asked>, number]>([
  ['no host', { host: undefined }, 403],
  ['a name of another that leads here', { host: 'evil.example:5180' }, 403],
  ['a name that only begins like ours', { host: '127.0.0.1:5180.evil.example' }, 403],
  ['another port', { host: '127.0.0.1:80' }, 403],
  ['every address of this machine', { host: '0.0.0.0:5180' }, 403],
  ['the origin of another site', { origin: 'https://evil.example' }, 403],
  ['an origin without a name', { origin: 'null' }, 403],
  ['our origin over another scheme', { origin: 'https://127.0.0.1:5180' }, 403],
  ['the other of our own names', { origin: 'http://localhost:5180' }, 403],
  ['another server of this machine', { site: 'same-site' }, 403],
  ['a page of another site', { site: 'cross-site' }, 403],
  ['writing', { method: 'POST' }, 405],
  ['no method', { method: undefined }, 405],
  ['without the key', { url: '/' }, 404],
  ['with half the key', { url: '/k3/page.css' }, 404],
  ['with the key further on', { url: '/../k3y/page.css' }, 404],
  ['a whole address', { url: 'http://127.0.0.1:5180/k3y/' }, 404],
  ['no path', { url: undefined }, 404],
])('refused: %s', (_name, asked, status) => {
  expect(judge({ ...GOOD, ...asked }, HOUSE)).toEqual({ kind: 'refused', status });
});
