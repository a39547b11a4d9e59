import type { Place, PreviewBar, PreviewProblem, SentPage } from '../../model/preview.ts';
import { byId, make } from './dom.ts';
import { editorUrl, positionAt } from './places.ts';
import type { StoredIssue } from './store.ts';
import { changeView, currentView, isEditor } from './view.ts';
import { say, type Word } from './words.ts';

/** Lines of the copy above and below the one that is shown. */
const AROUND = 2;

const word = (name: Word, values?: Readonly<Record<string, string | number>>): string =>
  say(currentView().language, name, values);

/** Shows what there is to say of a page. */
export function showPanel(issue: StoredIssue, index: number, choose: (place: Place) => void): void {
  const page = issue.pages[index];
  const list = make('ol', {}, ...issue.problems.map((one) => problemItem(one, issue, choose)));
  const none = make('p', { class: 'good', text: word('noProblems') });
  fill('problems', 'problems', issue.problems.length > 0 ? list : none);
  byId('problems').dataset['count'] = String(issue.problems.length);
  fill('bars', 'bars', ...(page?.bars ?? []).map(barRow));
  fill('counts', 'counts', ...(page ? [countTable(page, choose)] : []));
  const { language } = currentView();
  const steps = (page?.fit ?? []).map((step) => make('li', { text: step[language] }));
  fill('fit', 'fit', make('ul', {}, ...steps));
  for (const id of ['bars', 'counts', 'fit']) byId(id).hidden = !page;
}

function fill(id: string, title: Word, ...content: readonly Node[]): void {
  byId(id).replaceChildren(make('h2', { text: word(title) }), ...content);
}

function problemItem(
  { severity, code, message, hints, place }: PreviewProblem,
  { files }: StoredIssue,
  choose: (place: Place) => void,
): HTMLElement {
  const { language } = currentView();
  const file = place && files[place[0]];
  const position = place && file && positionAt(file, place[1]);
  const where = position ? `${file?.path}:${position.line}:${position.column}` : '';
  const button = make(
    'button',
    { class: 'problem', data: { code }, ...(place && { onClick: () => choose(place) }) },
    make('span', { class: 'message', text: message[language] }),
    ...hints.map((hint) => make('span', { class: 'hint', text: hint[language] })),
    make('span', { class: 'where', text: [where, code].filter(Boolean).join('  ') }),
  );
  button.type = 'button';
  return make('li', { class: severity }, button);
}

function barRow({ name, title, lines, room, over, short }: PreviewBar): HTMLElement {
  const total = room + over.lines;
  const share = (part: number) => `${total > 0 ? Math.min(100, (100 * part) / total) : 0}%`;
  const inside = make('i', { class: 'set' });
  inside.style.width = share(Math.min(lines, room));
  const beyond = make('i', { class: 'over' });
  beyond.style.width = share(over.lines);
  const state = over.lines > 0 ? 'over' : short.lines > 0 ? 'room' : 'full';
  const found = state === 'over' ? over : short;
  const shown = { lines: found.lines, characters: Math.round(found.characters) };
  const text = state === 'full' ? word('full') : word(state, shown);
  const label = title ?? (name === 'blocks' ? word('body') : name);
  return make(
    'div',
    { class: `bar ${state}`, data: { region: name }, title: `${Math.round(lines)}/${Math.round(room)}` },
    make('span', { class: 'name', text: label }),
    make('span', { class: 'state', text }),
    make('span', { class: 'track' }, inside, beyond),
  );
}

function countTable({ rows, characters }: SentPage, choose: (place: Place) => void): HTMLElement {
  const head = make(
    'tr',
    {},
    make('th'),
    make('th', { text: word('characters') }),
    make('th', { text: word('lines') }),
  );
  const body = rows.map(({ part, title, characters: count, lines, place }) => {
    const name = make('td', {}, make('b', { text: word(part) }), title ? ` ${title}` : '');
    const numbers = [count, lines].map((value) => make('td', { class: 'number', text: String(value) }));
    const row = make('tr', place ? { class: 'place', onClick: () => choose(place) } : {}, name, ...numbers);
    return row;
  });
  const lines = rows.reduce((sum, row) => sum + row.lines, 0);
  const foot = make(
    'tr',
    { class: 'total' },
    make('td', { text: word('total') }),
    make('td', { class: 'number', text: String(characters.copy) }),
    make('td', { class: 'number', text: String(lines) }),
  );
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...body, foot));
}

/** Shows the copy at the place that is chosen, with the way to the editor. */
export function showSource(issue: StoredIssue | undefined): void {
  const { chosen } = currentView();
  const file = chosen && issue?.files[chosen[0]];
  const section = byId('source');
  section.hidden = !file;
  if (!file || !chosen) return;
  const [, start, end] = chosen;
  const { line, column } = positionAt(file, start);
  section.dataset['line'] = String(line);
  const lines = file.text.split('\n');
  const first = Math.max(1, line - AROUND);
  const shown = lines.slice(first - 1, line + AROUND).map((text, i) => {
    const number = first + i;
    const marked =
      number === line ? markedLine(text, column, [...file.text.slice(start, end)].length) : [text];
    return make(
      'div',
      { class: number === line ? 'line here' : 'line' },
      make('span', { class: 'number', text: String(number) }),
      make('code', {}, ...marked),
    );
  });
  const title = make('h2', { text: `${file.path}:${line}:${column}` });
  section.replaceChildren(title, make('div', { class: 'lines' }, ...shown), editorRow());
}

function markedLine(text: string, column: number, length: number): readonly (string | Node)[] {
  const characters = [...text];
  const from = column - 1;
  const to = Math.min(characters.length, from + length);
  return [
    characters.slice(0, from).join(''),
    make('mark', { text: characters.slice(from, to).join('') }),
    characters.slice(to).join(''),
  ];
}

function editorRow(): HTMLElement {
  const { editor, openOnClick } = currentView();
  const open = make('button', { class: 'open', text: word('open'), data: { action: 'editor' } });
  open.addEventListener('click', () => dispatchEvent(new CustomEvent('pagegen:editor')));
  const box = make('input', { attributes: { type: 'checkbox' } });
  box.checked = openOnClick;
  box.addEventListener('change', () => changeView({ openOnClick: box.checked }));
  const url = make('input', { class: 'url', attributes: { type: 'text', 'aria-label': word('editor') } });
  url.value = editor;
  url.spellcheck = false;
  url.addEventListener('change', () => {
    url.classList.toggle('wrong', !isEditor(url.value));
    if (isEditor(url.value)) changeView({ editor: url.value });
  });
  return make(
    'div',
    { class: 'editor' },
    open,
    make('label', {}, box, ` ${word('openOnClick')}`),
    make('label', { class: 'wide' }, word('editor'), url),
  );
}

/** Opens the editor at the place that is chosen. */
export function openEditor(issue: StoredIssue | undefined): void {
  const { chosen, editor } = currentView();
  const file = chosen && issue?.files[chosen[0]];
  const url = file && chosen && isEditor(editor) ? editorUrl(editor, file, chosen[1]) : undefined;
  if (url === undefined) return;
  document.documentElement.dataset['opened'] = url;
  make('a', { attributes: { href: url } }).click();
}
