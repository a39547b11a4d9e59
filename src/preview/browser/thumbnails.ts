import { byId, make } from './dom.ts';
import { pageFile } from './sheet.ts';
import { storedIssues, type StoredIssue } from './store.ts';
import { changeView, currentView } from './view.ts';
import { say } from './words.ts';

/** Pixels across, drawn at twice the size that they are shown at. */
const WIDTH = 208;

/** What each picture shows, so that only pages that changed are drawn anew. */
const drawn = new Map<string, string>();
const canvases = new Map<string, HTMLCanvasElement>();

/** Small pages of everything that is open; none for a single page. */
export function showThumbnails(): void {
  const all = storedIssues().flatMap((issue) => issue.pages.map((_, page) => ({ issue, page })));
  const nav = byId('thumbnails');
  nav.hidden = all.length < 2;
  if (nav.hidden) return;
  nav.replaceChildren(...all.map(({ issue, page }) => thumbnail(issue, page)));
}

function thumbnail(issue: StoredIssue, index: number): HTMLElement {
  const { language, issue: shownIssue, page: shownPage } = currentView();
  const page = issue.pages[index];
  const key = `${issue.index} ${index}`;
  const canvas = canvases.get(key) ?? make('canvas');
  canvases.set(key, canvas);
  const look = page?.order.join(' ') ?? '';
  if (drawn.get(key) !== look) {
    drawn.set(key, look);
    whenIdle(() => void draw(canvas, issue, index));
  }
  const errors = issue.problems.filter(({ severity }) => severity === 'error').length;
  const name = `${say(language, 'page', { label: page?.label ?? '' })}`;
  const button = make(
    'button',
    {
      class: [errors > 0 ? 'faulty' : '', page?.stale ? 'stale' : ''].join(' '),
      title: issue.path,
      attributes: {
        type: 'button',
        'aria-current': String(shownIssue === issue.index && shownPage === index),
      },
      onClick: () => changeView({ issue: issue.index, page: index, chosen: undefined }),
    },
    canvas,
    make('span', { text: name }),
  );
  return button;
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 300);
}

async function draw(canvas: HTMLCanvasElement, issue: StoredIssue, index: number): Promise<void> {
  const page = issue.pages[index];
  if (!page) return;
  const url = URL.createObjectURL(new Blob([pageFile(issue, index)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * page.height) / page.width);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(url);
  }
}
