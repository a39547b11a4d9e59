import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Greeting, PreviewIssue } from '../model/preview.ts';
import { post, sendable, withLastGood, type Posted } from './board.ts';
import { judge, SAFE_HEADERS, type House } from './guard.ts';

/** A file of the page as it is served. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly key: string;
  /** By name below the key; the empty name is the page. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly greeting: Greeting;
}

export interface PreviewServer {
  readonly url: string;
  /** Shows an issue to every browser; `index` is its place in the greeting. */
  show(issue: PreviewIssue, index: number): void;
  close(): Promise<void>;
}

/** Name below the key under which the pages travel, as server-sent events. */
const EVENTS = 'events';

/** Browsers that may look on at a time. */
const MOST_WATCHERS = 32;

/** Only this machine. */
const LOOPBACK = '127.0.0.1';

interface Watcher {
  readonly response: ServerResponse;
  /** Parts that it has, by issue. */
  readonly known: Map<number, ReadonlySet<number>>;
  /** Issues that it must be told of as soon as it has taken in what was sent. */
  readonly owed: Set<number>;
}

/** Opens the preview on the loopback address; fails with the word of the system when the port is taken. */
export async function openServer(options: ServerOptions): Promise<PreviewServer> {
  const posted = new Map<number, Posted>();
  const watchers = new Set<Watcher>();
  const house = { port: options.port, key: options.key };
  const server = createServer((request, response) => {
    const name = nameAsked(request, house);
    if (typeof name === 'number') refuse(response, name);
    else if (name === EVENTS) welcome(request, response);
    else serve(request, response, options.assets.get(name));
  });
  const welcome = (request: IncomingMessage, response: ServerResponse) => {
    if (watchers.size >= MOST_WATCHERS) return refuse(response, 503);
    const watcher = { response, known: new Map(), owed: new Set(posted.keys()) };
    watchers.add(watcher);
    request.on('close', () => watchers.delete(watcher));
    response.on('drain', () => tell(watcher, posted));
    response.writeHead(200, { ...SAFE_HEADERS, 'Content-Type': 'text/event-stream' });
    response.write(event('greeting', options.greeting));
    return tell(watcher, posted);
  };
  house.port = await listen(server, options.port);
  return {
    url: `http://${LOOPBACK}:${house.port}/${options.key}/`,
    show: (issue, index) => {
      const before = posted.get(index);
      posted.set(index, post(withLastGood(issue, before?.issue), before));
      for (const watcher of watchers) {
        watcher.owed.add(index);
        tell(watcher, posted);
      }
    },
    close: async () => {
      for (const { response } of watchers) response.end();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Sends a browser what it is owed, but never more than one message ahead of what it takes in. */
function tell({ response, known, owed }: Watcher, posted: ReadonlyMap<number, Posted>): void {
  for (const index of owed) {
    if (response.writableNeedDrain) return;
    owed.delete(index);
    const now = posted.get(index);
    if (!now) continue;
    const sent = sendable(now, index, known.get(index) ?? new Set());
    known.set(index, sent.known);
    response.write(event('issue', sent.message));
  }
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function nameAsked({ method, url, headers }: IncomingMessage, house: House): string | number {
  const site = headers['sec-fetch-site'];
  const verdict = judge(
    {
      method,
      url,
      host: headers.host,
      origin: headers.origin,
      site: typeof site === 'string' ? site : undefined,
    },
    house,
  );
  return verdict.kind === 'served' ? verdict.name : verdict.status;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SAFE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

function serve(request: IncomingMessage, response: ServerResponse, asset: Asset | undefined): void {
  if (!asset) return refuse(response, 404);
  response.writeHead(200, { ...SAFE_HEADERS, 'Content-Type': asset.type });
  response.end(request.method === 'HEAD' ? undefined : asset.bytes);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}
