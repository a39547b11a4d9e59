import { rounded, type Pt } from '../base/units.ts';
import type { GlyphRun, Page, PageGrid, RegionFit } from '../model/page.ts';

/** Every fifth line carries its number, as on a 版样. */
const NUMBERED = 5;

/** The grid of the page for proofs: columns, character cells, baselines, line numbers, regions with their names. */
export function overlayOf(page: Page): string {
  const first = firstBaseline(page);
  return [
    `<g class="overlay" fill="none" stroke-width="0.25" font-family="sans-serif">`,
    `<path class="cells" stroke="#8fb8de" stroke-opacity="0.5" d="${cells(page.grid)}"/>`,
    `<path class="baselines" stroke="#3fa7d6" stroke-opacity="0.6" d="${baselines(page.grid, first)}"/>`,
    `<path class="columns" stroke="#1769aa" stroke-width="0.5" d="${columns(page.grid)}"/>`,
    `<g class="line-numbers" fill="#1769aa" stroke="none" font-size="7">${numbers(page.grid, first)}</g>`,
    `<g class="regions" stroke="#d1495b" font-size="8">${page.regions.map(region).join('')}</g>`,
    `</g>`,
  ].join('\n');
}

/** Baseline of line 1, found from a body line that stands on the grid; an empty page shows the feet of its lines. */
function firstBaseline({ grid, items }: Page): Pt {
  const body = items.find(
    (item): item is GlyphRun =>
      item.kind === 'glyphs' && item.role === 'body' && !item.stance && item.size === grid.size,
  );
  if (!body) return grid.area.y + grid.leading;
  const offset = (body.y - grid.area.y) % grid.leading;
  return grid.area.y + offset;
}

function columns({ area, columns: all }: PageGrid): string {
  return all.map(({ x, width }) => outline(x, area.y, width, area.height)).join('');
}

function cells({ area, columns: all, size, leading, lines }: PageGrid): string {
  const bottom = rounded(area.y + lines * leading);
  const upright = ({ x, width }: { readonly x: Pt; readonly width: Pt }) =>
    Array.from({ length: Math.max(0, Math.round(width / size) - 1) }, (_, i) => {
      return `M${rounded(x + (i + 1) * size)} ${rounded(area.y)}V${bottom}`;
    }).join('');
  return all.map(upright).join('');
}

function baselines({ columns: all, leading, lines }: PageGrid, first: Pt): string {
  const row = (y: Pt) => all.map(({ x, width }) => `M${rounded(x)} ${rounded(y)}h${rounded(width)}`).join('');
  return Array.from({ length: lines }, (_, i) => row(first + i * leading)).join('');
}

function numbers({ area, leading, lines }: PageGrid, first: Pt): string {
  return Array.from({ length: Math.floor(lines / NUMBERED) }, (_, i) => {
    const line = (i + 1) * NUMBERED;
    const y = rounded(first + (line - 1) * leading);
    const left = `<text x="${rounded(area.x - 4)}" y="${y}" text-anchor="end">${line}</text>`;
    return left + `<text x="${rounded(area.x + area.width + 4)}" y="${y}">${line}</text>`;
  }).join('');
}

function region({ name, rect, lines, room }: RegionFit): string {
  const frame = `<path d="${outline(rect.x, rect.y, rect.width, rect.height)}"/>`;
  const place = `x="${rounded(rect.x + 2)}" y="${rounded(rect.y - 2)}"`;
  return `${frame}<text ${place} fill="#d1495b" stroke="none">${name} ${lines}/${room}</text>`;
}

function outline(x: Pt, y: Pt, width: Pt, height: Pt): string {
  return `M${rounded(x)} ${rounded(y)}h${rounded(width)}v${rounded(height)}h${rounded(-width)}z`;
}
