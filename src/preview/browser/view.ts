import type { Place } from '../../model/preview.ts';
import type { Language } from './words.ts';

export const OVERLAYS = ['grid', 'baselines', 'regions', 'numbers'] as const;
export type Overlay = (typeof OVERLAYS)[number];

export type Theme = 'auto' | 'light' | 'dark';

/** What a reader has chosen to see. */
export interface View {
  readonly language: Language;
  readonly theme: Theme;
  readonly overlays: ReadonlySet<Overlay>;
  /** Scale of the page, 1 is its size on paper; `fit` shows all of it. */
  readonly zoom: number | 'fit';
  readonly issue: number;
  readonly page: number;
  /** Place of the copy that is shown and marked on the page. */
  readonly chosen: Place | undefined;
  /** URL of the editor; empty before the greeting. */
  readonly editor: string;
  readonly openOnClick: boolean;
}

let view: View = {
  language: 'zh',
  theme: 'auto',
  overlays: new Set(),
  zoom: 'fit',
  issue: 0,
  page: 0,
  chosen: undefined,
  editor: '',
  openOnClick: false,
};

type Listener = (now: View, before: View) => void;
const listeners: Listener[] = [];

export function currentView(): View {
  return view;
}

/** Told of every change of the view. */
export function onView(listener: Listener): void {
  listeners.push(listener);
}

/** Changes the view and keeps what a reader wants to find again. */
export function changeView(change: Partial<View>): void {
  const before = view;
  view = { ...view, ...change };
  keep(change);
  for (const listener of listeners) listener(view, before);
}

const KEPT = ['language', 'theme', 'editor', 'openOnClick'] as const;
const NAME = 'pagegen';

function keep(change: Partial<View>): void {
  const before = read();
  const chosen = KEPT.flatMap((name) => (change[name] === undefined ? [] : [[name, change[name]] as const]));
  const overlays = change.overlays ? { overlays: [...change.overlays] } : {};
  if (chosen.length === 0 && !change.overlays) return;
  try {
    localStorage.setItem(NAME, JSON.stringify({ ...before, ...Object.fromEntries(chosen), ...overlays }));
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return typeof kept === 'object' && kept ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What was chosen at an earlier visit. */
export function keptView(): Partial<View> {
  const { language, theme, editor, openOnClick, overlays } = read();
  return {
    ...(language === 'zh' || language === 'en' ? { language } : {}),
    ...(theme === 'auto' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(typeof editor === 'string' && isEditor(editor) ? { editor } : {}),
    ...(typeof openOnClick === 'boolean' ? { openOnClick } : {}),
    ...(Array.isArray(overlays)
      ? { overlays: new Set(OVERLAYS.filter((one) => overlays.includes(one))) }
      : {}),
  };
}

/** Whether a URL may be opened: an editor's, never a page or a script. */
export function isEditor(url: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:/i.test(url) &&
    !/^(?:https?|javascript|data|blob|file|about|view-source):/i.test(url) &&
    url.includes('{path}')
  );
}
