/** A tag of a drawing in the language of usvg. */
export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'whole';
  readonly attributes: ReadonlyMap<string, string>;
}

/** The tags in order; the language has no text, comments or quoted signs between them. */
export function tagsOf(code: string): readonly Tag[] {
  return [...code.matchAll(/<(\/?)([A-Za-z]+)([^<>]*?)(\/?)>/g)].map(
    ([, close, name = '', written = '', end]) => ({
      name,
      kind: close ? 'close' : end ? 'whole' : 'open',
      attributes: new Map(
        [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  );
}

/** An outline in operators of PDF; `undefined` when it is none in absolute M, L, C, Q and Z. */
export function outlineOperators(data: string): string | undefined {
  const signs = data.match(/[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  const operators: string[] = [];
  let at: readonly number[] = [0, 0];
  for (let i = 0; i < signs.length;) {
    const letter = signs[i] ?? '';
    const count = OPERANDS[letter];
    if (count === undefined) return undefined;
    const points = signs.slice(i + 1, i + 1 + count).map(Number);
    if (points.length < count || points.some(Number.isNaN)) return undefined;
    const curve = letter === 'Q' ? cubicOf(at, points) : points;
    operators.push(`${curve.map(shortNumber).join(' ')} ${OPERATORS[letter]}`.trim());
    at = count > 0 ? points.slice(-2) : at;
    i += 1 + count;
  }
  return operators.length > 0 ? operators.join(' ') : undefined;
}

const OPERANDS: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, Z: 0 };
const OPERATORS: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Q: 'c', Z: 'h' };

/** A quadratic curve as a cubic one. */
function cubicOf(
  [x0 = 0, y0 = 0]: readonly number[],
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[],
): readonly number[] {
  const between = (from: number, to: number) => from + (2 / 3) * (to - from);
  return [between(x0, x1), between(y0, y1), between(x2, x1), between(y2, y1), x2, y2];
}

/** Six figures behind the point: a drawing may be small in its own space and be blown up on the page. */
export function shortNumber(value: number): string {
  return String(Number(value.toFixed(6)) + 0);
}
