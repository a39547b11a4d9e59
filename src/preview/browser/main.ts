import type { Greeting, Place } from '../../model/preview.ts';
import { byId, make } from './dom.ts';
import { listenToKeys, nextTheme, otherLanguage, showHelp, toggleOverlay } from './keys.ts';
import { openEditor, showPanel, showSource } from './panel.ts';
import { openSheet, placeUnder, scrollToMark, showSheet, zoomBy, zoomPercent } from './sheet.ts';
import { connect, storedIssue, storedIssues, type StoredIssue } from './store.ts';
import { showThumbnails } from './thumbnails.ts';
import { changeView, currentView, keptView, onView, OVERLAYS } from './view.ts';
import { say, type Word } from './words.ts';

const word = (name: Word, values?: Readonly<Record<string, string | number>>): string =>
  say(currentView().language, name, values);

let isConnected = true;

function issueOnShow(): StoredIssue | undefined {
  return storedIssue(currentView().issue);
}

/** Everything that depends on the issue, the page or the language. */
function showAll(): void {
  const { issue: index, page, language, theme } = currentView();
  const issue = storedIssue(index);
  document.documentElement.lang = language;
  document.documentElement.dataset['theme'] = theme;
  showBar(issue);
  showThumbnails();
  showMessages(issue);
  if (!issue) return;
  showPanel(issue, page, choose);
  showSheet(issue, page);
  showSource(issue);
  byId('zoom').textContent = `${zoomPercent()} %`;
}

function showBar(issue: StoredIssue | undefined): void {
  const page = issue?.pages[currentView().page];
  const errors = issue?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
  const warnings = (issue?.problems.length ?? 0) - errors;
  const name = page ? word('page', { label: page.label }) : '';
  byId('title').textContent = [name, page?.title ?? issue?.path ?? 'pagegen'].filter(Boolean).join('　');
  document.title = [page?.title ?? 'pagegen', errors > 0 ? `✕${errors}` : ''].join(' ').trim();
  const time = issue?.time.toTimeString().slice(0, 8) ?? '';
  const took = ((issue?.milliseconds ?? 0) / 1000).toFixed(2);
  byId('status').replaceChildren(
    ...(issue
      ? [
          make('b', { class: errors > 0 ? 'error' : '', text: `${errors} ${word('errors')}` }),
          make('b', { class: warnings > 0 ? 'warning' : '', text: `${warnings} ${word('warnings')}` }),
          make('span', { text: word('updated', { time, took }) }),
        ]
      : []),
  );
  showTools();
}

function showTools(): void {
  const { overlays } = currentView();
  byId('overlays').replaceChildren(
    ...OVERLAYS.map((one) =>
      make('button', {
        text: word(one),
        title: one.slice(0, 1),
        data: { overlay: one },
        attributes: { type: 'button', 'aria-pressed': String(overlays.has(one)) },
        onClick: () => toggleOverlay(one),
      }),
    ),
  );
  byId('zooms').replaceChildren(
    tool('−', 'zoomOut', () => zoomBy(-1)),
    make('output', { attributes: { id: 'zoom' } }),
    tool('+', 'zoomIn', () => zoomBy(1)),
    tool(word('fitPage'), 'fitPage', () => changeView({ zoom: 'fit' })),
    tool(word('actual'), 'actual', () => changeView({ zoom: 1 })),
  );
  byId('looks').replaceChildren(
    tool(word('language'), 'language', otherLanguage),
    tool('◐', 'theme', nextTheme),
    tool('?', 'help', showHelp),
  );
}

function tool(text: string, name: Word, onClick: () => void): HTMLElement {
  const title = word(name);
  return make('button', { text, title, data: { tool: name }, attributes: { type: 'button' }, onClick });
}

function showMessages(issue: StoredIssue | undefined): void {
  const page = issue?.pages[currentView().page];
  const banner = byId('banner');
  banner.textContent = isConnected ? (page?.stale ? word('stale') : '') : word('lost');
  banner.hidden = banner.textContent === '';
  const empty = byId('empty');
  empty.textContent = page ? '' : word(issue ? 'noPage' : 'waiting');
  empty.hidden = page !== undefined;
}

/** Chooses a place of the copy: it is shown, and marked on the page where it is printed. */
function choose(place: Place): void {
  changeView({ chosen: place });
  scrollToMark();
}

function turn(step: number): void {
  const all = storedIssues().flatMap(({ index, pages }) => pages.map((_, page) => ({ issue: index, page })));
  const { issue, page } = currentView();
  const now = all.findIndex((one) => one.issue === issue && one.page === page);
  const next = all[Math.min(all.length - 1, Math.max(0, now + step))];
  if (next) changeView({ ...next, chosen: undefined });
}

let problemAt = -1;

function stepProblem(step: number): void {
  const placed = (issueOnShow()?.problems ?? []).flatMap(({ place }) => (place ? [place] : []));
  if (placed.length === 0) return;
  problemAt = (problemAt + step + placed.length) % placed.length;
  const place = placed[problemAt];
  if (place) choose(place);
}

function greeted({ language, editor }: Greeting): void {
  changeView({ language, editor, ...keptView() });
}

function issueCame(issue: StoredIssue): void {
  const { issue: index, page } = currentView();
  if (issue.index !== index) return showThumbnails();
  // Places of the copy have moved with the save.
  const last = Math.max(0, issue.pages.length - 1);
  changeView({ chosen: undefined, page: Math.min(page, last) });
  showAll();
  afterPaint(() => dispatchEvent(new CustomEvent('pagegen:shown')));
}

/** Runs when the frame that is being made is on the screen. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

function clickPage(event: MouseEvent): void {
  const place = placeUnder(event);
  changeView({ chosen: place });
  if (place && currentView().openOnClick) openEditor(issueOnShow());
}

openSheet();
onView((now, before) => {
  const { chosen: _, ...rest } = now;
  const isOther = Object.entries(rest).some(([name, value]) => before[name as keyof typeof rest] !== value);
  if (isOther) showAll();
  else showSource(issueOnShow());
});
byId('sheet').addEventListener('click', clickPage);
byId('sheet').addEventListener('dblclick', () => openEditor(issueOnShow()));
byId('desk').addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1 : -1, { x: event.clientX, y: event.clientY });
  },
  { passive: false },
);
addEventListener('pagegen:editor', () => openEditor(issueOnShow()));
addEventListener('resize', () => {
  byId('zoom').textContent = `${zoomPercent()} %`;
});
listenToKeys({ turn, problem: stepProblem, editor: () => openEditor(issueOnShow()) });
connect({
  greeted,
  issueCame,
  connected: (on) => {
    isConnected = on;
    showMessages(issueOnShow());
  },
});
