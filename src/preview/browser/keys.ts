import { byId, make } from './dom.ts';
import { zoomBy } from './sheet.ts';
import { changeView, currentView, OVERLAYS, type Overlay, type Theme } from './view.ts';
import { say, type Word } from './words.ts';

export interface Actions {
  /** Goes to the next (1) or previous (−1) page. */
  turn(step: number): void;
  /** Chooses the next or previous problem. */
  problem(step: number): void;
  editor(): void;
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

export function toggleOverlay(one: Overlay): void {
  const overlays = new Set(currentView().overlays);
  if (!overlays.delete(one)) overlays.add(one);
  changeView({ overlays });
}

function toggleAll(): void {
  const isOn = currentView().overlays.size > 0;
  changeView({ overlays: new Set(isOn ? [] : OVERLAYS) });
}

export function nextTheme(): void {
  const { theme } = currentView();
  changeView({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto' });
}

export function otherLanguage(): void {
  changeView({ language: currentView().language === 'zh' ? 'en' : 'zh' });
}

type KeyTable = Readonly<Record<string, (actions: Actions) => void>>;

const KEYS: KeyTable = {
  o: toggleAll,
  g: () => toggleOverlay('grid'),
  b: () => toggleOverlay('baselines'),
  r: () => toggleOverlay('regions'),
  n: () => toggleOverlay('numbers'),
  '+': () => zoomBy(1),
  '=': () => zoomBy(1),
  '-': () => zoomBy(-1),
  '0': () => changeView({ zoom: 'fit' }),
  '1': () => changeView({ zoom: 1 }),
  '[': ({ turn }) => turn(-1),
  ']': ({ turn }) => turn(1),
  j: ({ problem }) => problem(1),
  k: ({ problem }) => problem(-1),
  e: ({ editor }) => editor(),
  l: otherLanguage,
  t: nextTheme,
  '?': showHelp,
  Escape: () => changeView({ chosen: undefined }),
};

const HELP: readonly (readonly [string, Word])[] = [
  ['o', 'keyOverlay'],
  ['g b r n', 'keyPart'],
  ['+ − 0 1', 'keyZoom'],
  ['[ ]', 'keyPage'],
  ['j k', 'keyProblem'],
  ['e', 'keyEditor'],
  ['l', 'keyLanguage'],
  ['t', 'keyTheme'],
  ['?', 'keyHelp'],
  ['Esc', 'keyEscape'],
];

/** Single keys, but not while something is typed. */
export function listenToKeys(actions: Actions): void {
  addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLInputElement && target.type === 'text') return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    action(actions);
  });
}

export function showHelp(): void {
  const { language } = currentView();
  const dialog = byId('help') as HTMLDialogElement;
  if (dialog.open) return dialog.close();
  const rows = HELP.map(([keys, word]) => {
    const names = keys.split(' ').map((key) => make('kbd', { text: key }));
    return make('tr', {}, make('td', {}, ...names), make('td', { text: say(language, word) }));
  });
  const close = make('button', { text: say(language, 'close'), onClick: () => dialog.close() });
  dialog.replaceChildren(make('h2', { text: say(language, 'help') }), make('table', {}, ...rows), close);
  return dialog.showModal();
}
