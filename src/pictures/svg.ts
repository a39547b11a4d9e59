import type { Size } from '../base/geometry.ts';

/** A drawing in the small language of usvg: paths in absolute coordinates, groups, gradients; no text, no styles. */
export interface Drawing {
  readonly code: string;
  /** Points; its space is the `viewBox`. */
  readonly size: Size;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  /** Whether the file holds words that are not outlines: they are missing. */
  readonly words: boolean;
  /** Paints it on nothing, `pixels` wide; PNG. */
  paint(pixels: number): Uint8Array;
}

/** Why a drawing cannot be used; words for it stand in the message catalogues. */
export type DrawingFault = 'damaged' | 'outside-files' | 'no-size';

/** Points in the pixel of CSS. */
const PIXEL = 0.75;

/**
 * Reads a drawing without fonts of the machine and without any other file: one that asks for other files is refused. What
 * shows is the `viewBox`, whatever shape `width` and `height` would make of it.
 */
export async function readDrawing(bytes: Uint8Array): Promise<Drawing | DrawingFault> {
  const source = new TextDecoder().decode(bytes);
  if (asksForFiles(source)) return 'outside-files';
  const { Resvg } = await import('@resvg/resvg-js');
  const open = (options: object) => new Resvg(source, { font: { loadSystemFonts: false }, ...options });
  const code = attempt(() => open({}).toString());
  if (code === undefined) return 'damaged';
  const numbers =
    /viewBox="([^"]*)"/
      .exec(code)?.[1]
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  const [x = NaN, y = NaN, width = 0, height = 0] = numbers;
  if (!(Number.isFinite(x + y) && width > 0 && height > 0)) return 'no-size';
  return {
    code,
    size: { width: width * PIXEL, height: height * PIXEL },
    viewBox: [x, y, width, height],
    words: /<(?:\w+:)?text[\s>]/.test(source),
    paint: (pixels) =>
      open({ fitTo: { mode: 'width', value: pixels } })
        .render()
        .asPng(),
  };
}

/** The library throws what it cannot read. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Whether a picture within the drawing stands in another file, or an entity could hide one. */
function asksForFiles(source: string): boolean {
  if (/<!ENTITY\s[^>]*(?:\b(?:SYSTEM|PUBLIC)\b|["'][^"']*[<&])/.test(source)) return true;
  const holders = source.match(/<(?:\w+:)?(?:image|feImage)\b[^>]*/g) ?? [];
  return holders.some((tag) => /\bhref\s*=\s*["'](?!\s*(?:data:|#))/.test(tag));
}
