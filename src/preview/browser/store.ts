import type { Greeting, SentIssue } from '../../model/preview.ts';

/** An issue as it was last sent, with all parts of its pages by number. */
export interface StoredIssue extends Omit<SentIssue, 'parts'> {
  readonly parts: ReadonlyMap<number, string>;
  /** When it came. */
  readonly time: Date;
}

export interface StoreListeners {
  greeted(greeting: Greeting): void;
  issueCame(issue: StoredIssue): void;
  /** Whether the server answers. */
  connected(on: boolean): void;
}

const issues = new Map<number, StoredIssue>();

export function storedIssue(index: number): StoredIssue | undefined {
  return issues.get(index);
}

/** The issues that have come, in their order. */
export function storedIssues(): readonly StoredIssue[] {
  return [...issues.values()].sort((a, b) => a.index - b.index);
}

/** Listens to the server; after a break the browser asks again and gets everything anew. */
export function connect(listeners: StoreListeners): void {
  const source = new EventSource('events');
  source.addEventListener('error', () => listeners.connected(false));
  source.addEventListener('greeting', ({ data }: MessageEvent<string>) => {
    issues.clear();
    listeners.connected(true);
    listeners.greeted(JSON.parse(data) as Greeting);
  });
  source.addEventListener('issue', ({ data }: MessageEvent<string>) => {
    const issue = kept(JSON.parse(data) as SentIssue);
    issues.set(issue.index, issue);
    listeners.issueCame(issue);
  });
}

/** The parts that came and those that were there and are still on a page. */
function kept({ parts, ...issue }: SentIssue): StoredIssue {
  const before = issues.get(issue.index)?.parts;
  const all = new Map<number, string>();
  for (const number of issue.pages.flatMap(({ order }) => order)) {
    const markup = parts[number] ?? before?.get(number);
    if (markup !== undefined) all.set(number, markup);
  }
  return { ...issue, parts: all, time: new Date() };
}
