import { request } from 'node:http';
import type { Greeting, SentIssue } from '../../src/model/preview.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Asks exactly for `path`, which no client has tidied. */
export function ask(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((done, failed) => {
    const call = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        done({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    call.on('error', failed);
    call.end();
  });
}

export interface Client {
  readonly greeting: Promise<Greeting>;
  /** The next message that has not been taken yet. */
  next(): Promise<SentIssue>;
  close(): void;
}

/** Listens to the events of a preview, as a browser does. */
export function listen(url: string): Client {
  const issues: SentIssue[] = [];
  const waiting: ((issue: SentIssue) => void)[] = [];
  let greeted: (greeting: Greeting) => void = () => {};
  const greeting = new Promise<Greeting>((done) => (greeted = done));
  const take = (event: string): void => {
    const [, name, data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? [];
    if (name === 'greeting') greeted(JSON.parse(data) as Greeting);
    if (name !== 'issue') return;
    const issue = JSON.parse(data) as SentIssue;
    const first = waiting.shift();
    if (first) first(issue);
    else issues.push(issue);
  };
  const call = request(new URL('events', url), (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('error', () => {});
    response.on('data', (chunk: string) => {
      const events = (text + chunk).split('\n\n');
      text = events.pop() ?? '';
      events.forEach(take);
    });
  });
  call.on('error', () => {});
  call.end();
  return {
    greeting,
    next: async () => issues.shift() ?? (await new Promise<SentIssue>((done) => waiting.push(done))),
    close: () => call.destroy(),
  };
}
