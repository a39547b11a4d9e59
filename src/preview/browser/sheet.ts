import type { Place } from '../../model/preview.ts';
import { byId, makeSvg, parseSvg } from './dom.ts';
import { partsAt, placeOfPart, positionAt } from './places.ts';
import type { StoredIssue } from './store.ts';
import { changeView, currentView, onView, OVERLAYS, type View } from './view.ts';

/** CSS pixels of a point at the size on paper. */
const PIXELS = 96 / 72;

const STEPS = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8];

/** White around the sheet, CSS pixels. */
const MARGIN = 24;

/** How far beside a line a click still means it, points. */
const NEAR = 4;

interface Shown {
  readonly issue: StoredIssue;
  readonly page: number;
}

let shown: Shown | undefined;
/** Elements of the page on show by the number of their part. */
let elements = new Map<number, Element>();
/** Boxes of the parts in points, measured when they are first asked for. */
let boxes: readonly (DOMRect | undefined)[] | undefined;

const svg = makeSvg('svg');
const items = makeSvg('g', { class: 'items' });
const overlay = makeSvg('g', { class: 'overlays' });
const marks = makeSvg('g', { class: 'marks' });
let overlayMarkup = '';

/** Puts the sheet on its desk. */
export function openSheet(): void {
  svg.append(makeSvg('rect', { width: '100%', height: '100%', fill: '#fff' }), items, overlay, marks);
  byId('sheet').append(svg);
  onView(followView);
  new ResizeObserver(() => resize(currentView())).observe(byId('desk'));
}

/** Shows a page; parts that are there already stay as they are. */
export function showSheet(issue: StoredIssue, index: number): void {
  const page = issue.pages[index];
  byId('sheet').hidden = !page;
  if (!page) return;
  const isOther = shown?.issue.index !== issue.index || shown.page !== index;
  shown = { issue, page: index };
  boxes = undefined;
  if (isOther) {
    elements = new Map();
    items.replaceChildren();
  }
  svg.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`);
  svg.classList.toggle('stale', page.stale);
  svg.setAttribute('aria-label', page.title);
  placeElements(issue, page.order);
  nameElements(issue, index);
  if (overlayMarkup !== page.overlay) {
    overlayMarkup = page.overlay;
    overlay.replaceChildren(...parseSvg(page.overlay));
  }
  resize(currentView());
  mark(currentView().chosen);
}

function placeElements({ parts }: StoredIssue, order: readonly number[]): void {
  const fresh = order.filter((number) => !elements.has(number));
  const made = parseSvg(fresh.map((number) => parts.get(number) ?? '<g/>').join(''));
  const next = new Map<number, Element>();
  const isNew = new Map(fresh.map((number, i) => [number, made[i]]));
  for (const number of order) {
    const element = elements.get(number) ?? isNew.get(number);
    if (element) next.set(number, element);
  }
  for (const [number, element] of elements) if (!next.has(number)) element.remove();
  let at = items.firstElementChild;
  for (const element of next.values()) {
    if (element === at) at = at.nextElementSibling;
    else items.insertBefore(element, at);
  }
  elements = next;
}

/** Says of every part where it was written. */
function nameElements({ files, pages }: StoredIssue, index: number): void {
  const page = pages[index];
  if (!page) return;
  for (const [i, number] of page.order.entries()) {
    const element = elements.get(number);
    const place = placeOfPart(page, i);
    const file = place && files[place[0]];
    if (!(element instanceof SVGElement) || !file) continue;
    const { line, column } = positionAt(file, place[1]);
    element.dataset['path'] = file.path;
    element.dataset['line'] = String(line);
    element.dataset['column'] = String(column);
  }
}

function followView(now: View, before: View): void {
  for (const one of OVERLAYS) svg.classList.toggle(`show-${one}`, now.overlays.has(one));
  if (now.zoom !== before.zoom) resize(now);
  if (now.chosen !== before.chosen) mark(now.chosen);
}

/** Pixels to a point at the zoom that is chosen. */
function scaleOf({ zoom }: View): number {
  const page = shown && shown.issue.pages[shown.page];
  if (zoom !== 'fit' || !page) return PIXELS * (zoom === 'fit' ? 1 : zoom);
  const { clientWidth, clientHeight } = byId('desk');
  return Math.max(
    0.05,
    Math.min((clientWidth - 2 * MARGIN) / page.width, (clientHeight - 2 * MARGIN) / page.height),
  );
}

function resize(view: View): void {
  const page = shown && shown.issue.pages[shown.page];
  if (!page) return;
  const scale = scaleOf(view);
  svg.style.width = `${page.width * scale}px`;
  svg.style.height = `${page.height * scale}px`;
}

/** Zooms a step in or out; what stands at the point of the window stays there, else the middle. */
export function zoomBy(steps: number, at?: { readonly x: number; readonly y: number }): void {
  const now = scaleOf(currentView()) / PIXELS;
  const next =
    steps > 0
      ? (STEPS.find((step) => step > now * 1.02) ?? STEPS.at(-1))
      : STEPS.findLast((step) => step < now / 1.02);
  const desk = byId('desk');
  const frame = desk.getBoundingClientRect();
  const point = at ?? { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const before = svg.getBoundingClientRect();
  changeView({ zoom: next ?? now });
  const after = svg.getBoundingClientRect();
  const ratio = after.width / before.width;
  desk.scrollLeft += after.left + (point.x - before.left) * ratio - point.x;
  desk.scrollTop += after.top + (point.y - before.top) * ratio - point.y;
}

/** The zoom as a reader reads it. */
export function zoomPercent(): number {
  return Math.round((scaleOf(currentView()) / PIXELS) * 100);
}

function boxesNow(): readonly (DOMRect | undefined)[] {
  if (boxes || !shown) return boxes ?? [];
  const { issue, page } = shown;
  const sent = issue.pages[page];
  const origin = svg.getBoundingClientRect();
  const scale = origin.width / (sent?.width ?? 1);
  boxes = (sent?.order ?? []).map((number, index) => {
    if (!sent || !placeOfPart(sent, index)) return undefined;
    const box = elements.get(number)?.getBoundingClientRect();
    return (
      box &&
      new DOMRect(
        (box.x - origin.x) / scale,
        (box.y - origin.y) / scale,
        box.width / scale,
        box.height / scale,
      )
    );
  });
  return boxes;
}

/** The part under a point of the window, and how far along its line the point is, 0 to 1. */
function partUnder(event: MouseEvent): { readonly index: number; readonly along: number } | undefined {
  const page = shown && shown.issue.pages[shown.page];
  if (!page) return undefined;
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / page.width;
  const x = (event.clientX - frame.x) / scale;
  const y = (event.clientY - frame.y) / scale;
  let best: { index: number; along: number } | undefined;
  let least = NEAR * NEAR;
  let smallest = Infinity;
  for (const [index, box] of boxesNow().entries()) {
    if (!box) continue;
    const aside = Math.max(box.left - x, 0, x - box.right);
    const over = Math.max(box.top - y, 0, y - box.bottom);
    const distance = aside * aside + over * over;
    const area = box.width * box.height;
    if (distance > least || (distance === least && area >= smallest)) continue;
    const along = box.width >= box.height ? (x - box.left) / box.width : (y - box.top) / box.height;
    best = { index, along: Math.min(1, Math.max(0, along)) };
    least = distance;
    smallest = area;
  }
  return best;
}

/** The place of the copy under a point of the window, at the character. */
export function placeUnder(event: MouseEvent): Place | undefined {
  const under = partUnder(event);
  const page = shown && shown.issue.pages[shown.page];
  const place = under && page && placeOfPart(page, under.index);
  if (!place) return undefined;
  const [file, start, end] = place;
  const at = Math.min(end - 1, start + Math.floor(under.along * (end - start)));
  return [file, Math.max(start, at), end];
}

/** Frames the parts that were written at a place. */
function mark(place: Place | undefined): void {
  marks.replaceChildren();
  const page = shown && shown.issue.pages[shown.page];
  if (!place || !page || !shown) return;
  for (const index of partsAt(page, shown.issue.files, place)) {
    const box = boxesNow()[index];
    if (box) marks.append(frameOf(box));
  }
}

function frameOf(box: DOMRect): SVGElement {
  return makeSvg('rect', {
    x: String(box.x - 2),
    y: String(box.y - 2),
    width: String(box.width + 4),
    height: String(box.height + 4),
    rx: '2',
  });
}

/** Brings what is marked into sight. */
export function scrollToMark(): void {
  marks.firstElementChild?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'smooth' });
}

/** The whole page as an SVG file, for thumbnails. */
export function pageFile(issue: StoredIssue, index: number): string {
  const page = issue.pages[index];
  if (!page) return '';
  const size = `width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}"`;
  const parts = page.order.map((number) => issue.parts.get(number) ?? '').join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#fff"/>${parts}</svg>`;
}
