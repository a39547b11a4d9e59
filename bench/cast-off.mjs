/**
 * Casting off: how many column lines a page of several stories will take, by the desk's rule of thumb, before anything is
 * set. Figures are those of the layouts shipped; the estimate is good to a few percent.
 */

/** What the estimate must know of a layout: basic columns, their measure in characters, body lines of the page below the folio. */
export const GRIDS = {
  'broadsheet-8x13': {
    columns: 8,
    measure: 13,
    lines: 119,
    leading: 11.25,
    size: 9,
    heads: {
      lead: { cols: 5, sizes: [42, 36, 30], small: 18 },
      second: { cols: 3, sizes: [27.5, 24, 21], small: 12 },
      third: { cols: 2, sizes: [21, 18], small: 10.5 },
      other: { cols: 2, sizes: [18, 15.75], small: 10.5 },
    },
    picture: { lead: 3, other: 3 },
  },
  'tabloid-news': {
    columns: 6,
    measure: 11,
    lines: 85,
    leading: 11.25,
    size: 9,
    heads: {
      lead: { cols: 5, sizes: [36, 30, 27.5], small: 15.75 },
      second: { cols: 3, sizes: [24, 21], small: 10.5 },
      third: { cols: 2, sizes: [18, 15.75], small: 10.5 },
      other: { cols: 2, sizes: [15.75], small: 9 },
    },
    picture: { lead: 3, other: 2 },
  },
};

/** Marks at line ends and in pairs are set narrower than a character. */
const TIGHT = 0.97;
/** White above and below a head, body lines. */
const HEAD_WHITE = 2;
/** Caption and the white round a picture. */
const PICTURE_WHITE = 3;
const SEPARATOR = 1;

const wide = ({ size, measure }, cols) => (cols * measure + cols - 1) * size;

/** Lines of a paragraph in one basic column, its indent counted. */
export function linesOf(text, { measure }) {
  const latin = (text.match(/[ -~]/g) ?? []).length;
  const long = ([...text].length - latin * 0.45) * TIGHT + 1;
  return Math.max(1, Math.ceil(long / measure));
}

export function headLines(story, grid) {
  const style = grid.heads[story.role] ?? grid.heads.other;
  const { main, kicker, deck } = story.headline;
  const long = [...main.replaceAll(' ', '')].length;
  const room = wide(grid, style.cols);
  const size = style.sizes.find((one) => one * long <= room) ?? style.sizes.at(-1);
  const turns = Math.ceil((size * long) / room);
  const small = (kicker ? 1 : 0) + (deck ? 1 : 0);
  const tall = size * turns * 1.1 + style.small * small * 1.4;
  return (Math.ceil(tall / grid.leading) + HEAD_WHITE) * style.cols;
}

export function pictureLines({ ratio, cols }, grid) {
  return (Math.ceil(wide(grid, cols) / ratio / grid.leading) + PICTURE_WHITE) * cols;
}

const partLines = (part, grid) => {
  if (typeof part === 'string') return linesOf(part, grid);
  if (part.subhead) return 2;
  if (part.quote) return linesOf(part.quote, grid) + 3;
  return linesOf((part.title ? `${part.title}　` : '') + part.text, grid);
};

export function textLines(story, grid) {
  const parts = [...(story.lead ? [story.lead] : []), ...(story.body ?? []), ...(story.items ?? [])];
  return parts.reduce((sum, part) => sum + partLines(part, grid), 0) + (story.byline ? 1 : 0);
}

/** Column lines of a story: head, text, pictures, the white that parts it from the next. */
export function storyLines(story, grid, ratioOf) {
  const pictures = (story.images ?? []).map(({ file, cols }) =>
    pictureLines({ ratio: ratioOf(file), cols }, grid),
  );
  const style = grid.heads[story.role] ?? grid.heads.other;
  const fixed = headLines(story, grid) + SEPARATOR * style.cols;
  return fixed + textLines(story, grid) + pictures.reduce((sum, lines) => sum + lines, 0);
}

/** Column lines of the advertisements, the white above them included. */
export function advertLines(ads = []) {
  const sizes = ads.map(({ size }) => /^(\d+)c x (\d+)L$/.exec(size).slice(1).map(Number));
  return sizes.reduce((sum, [columns, lines]) => sum + columns * (lines + SEPARATOR), 0);
}

/** Share of the page that an issue takes by the estimate. */
export function castOff(issue, ratioOf) {
  const grid = GRIDS[issue.layout];
  const taken = issue.articles.reduce((sum, story) => sum + storyLines(story, grid, ratioOf), 0);
  return (taken + advertLines(issue.ads)) / (grid.columns * grid.lines);
}
