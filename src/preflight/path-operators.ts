import { change, paintMark, type Run } from './graphics.ts';
import { boxOfPoints, scaleOf, shared, transform, type Box } from './matrix.ts';
import { numberOf, type PdfValue } from './objects.ts';
import type { Operators } from './operators.ts';

/** Operators that build and paint paths (ISO 32000-1, tables 59 and 60). */
export const PATH_OPERATORS: Operators = {
  m: { operands: 2, act: (run, values) => begin(run, values) },
  l: { operands: 2, act: (run, values) => extend(run, values, false) },
  c: { operands: 6, act: (run, values) => extend(run, values, true) },
  v: { operands: 4, act: (run, values) => extend(run, values, true) },
  y: { operands: 4, act: (run, values) => extend(run, values, true) },
  h: { operands: 0, act: () => {} },
  re: { operands: 4, act: (run, values) => rectangle(run, values) },
  S: { operands: 0, act: (run) => paintPath(run, ['stroke']) },
  s: { operands: 0, act: (run) => paintPath(run, ['stroke']) },
  f: { operands: 0, act: (run) => paintPath(run, ['fill']) },
  F: { operands: 0, act: (run) => paintPath(run, ['fill']) },
  'f*': { operands: 0, act: (run) => paintPath(run, ['fill']) },
  B: { operands: 0, act: (run) => paintPath(run, ['fill', 'stroke']) },
  'B*': { operands: 0, act: (run) => paintPath(run, ['fill', 'stroke']) },
  b: { operands: 0, act: (run) => paintPath(run, ['fill', 'stroke']) },
  'b*': { operands: 0, act: (run) => paintPath(run, ['fill', 'stroke']) },
  n: { operands: 0, act: (run) => paintPath(run, []) },
  W: { operands: 0, act: (run) => clip(run) },
  'W*': { operands: 0, act: (run) => clip(run) },
};

/** Most points kept of one path; a drawn map may have more, and its box is nearly known by then. */
const MOST_POINTS = 200_000;

function pointsOf(run: Run, values: readonly PdfValue[]): readonly (readonly [number, number])[] {
  const numbers = values.map((value) => numberOf(value) ?? 0);
  return Array.from({ length: numbers.length >> 1 }, (_, i) =>
    transform(run.state.ctm, numbers[2 * i]!, numbers[2 * i + 1]!),
  );
}

function begin(run: Run, values: readonly PdfValue[]): void {
  if (run.subpaths.length < MOST_POINTS)
    run.subpaths.push({ points: [...pointsOf(run, values)], curved: false });
}

function extend(run: Run, values: readonly PdfValue[], curved: boolean): void {
  const subpath = run.subpaths.at(-1);
  if (!subpath || subpath.points.length > MOST_POINTS) return;
  subpath.points.push(...pointsOf(run, values));
  if (curved) subpath.curved = true;
}

function rectangle(run: Run, values: readonly PdfValue[]): void {
  const [x = 0, y = 0, width = 0, height = 0] = values.map((value) => numberOf(value) ?? 0);
  const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
  begin(run, corners);
}

function clip(run: Run): void {
  run.clipping = true;
}

function paintPath(run: Run, sides: readonly ('fill' | 'stroke')[]): void {
  const boxes = run.subpaths.map(({ points }) => boxOfPoints(points));
  const whole = unionOf(boxes);
  for (const side of boxes.length > 0 ? sides : []) {
    const thickness = side === 'stroke' ? run.state.lineWidth * scaleOf(run.state.ctm) : thinnest(run);
    const half = side === 'stroke' ? (thickness ?? 0) / 2 : 0;
    const box: Box = [whole[0] - half, whole[1] - half, whole[2] + half, whole[3] + half];
    paintMark(run, side, { kind: side, box, ...(thickness !== undefined && { thickness }) });
  }
  if (run.clipping) change(run, { clip: shared(run.state.clip, whole) });
  run.clipping = false;
  run.subpaths = [];
}

function unionOf(boxes: readonly Box[]): Box {
  return boxOfPoints(
    boxes.flatMap(
      ([left, bottom, right, top]) =>
        [
          [left, bottom],
          [right, top],
        ] as const,
    ),
  );
}

/** The less side of the thinnest upright rectangle of the path, if it has one. */
function thinnest(run: Run): number | undefined {
  const sides = run.subpaths
    .filter(({ points, curved }) => !curved && points.length >= 4 && points.length <= 5)
    .map(({ points }) => boxOfPoints(points))
    .map(([left, bottom, right, top]) => Math.min(right - left, top - bottom));
  return sides.length > 0 ? Math.min(...sides) : undefined;
}
