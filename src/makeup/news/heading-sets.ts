import type { Direction } from '../../model/direction.ts';
import type { Composer, HeadingVariant } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';

/** How a heading may turn. */
export interface Turning {
  readonly face: string;
  /** Lines at the most. */
  readonly most: number;
  readonly direction?: Direction;
}

/** A heading in one line, in two and so on, as far as it turns so: at least one setting, fewest lines first. */
export function headingSets(
  text: Text,
  { face, most, direction }: Turning,
  composer: Composer,
): readonly [HeadingVariant, ...HeadingVariant[]] {
  const counts = Array.from({ length: most }, (_, index) => index + 1);
  const [first, ...others] = counts.flatMap((count) => composer.heading(text, face, count, direction) ?? []);
  if (!first) throw new Error('a heading must set in one line');
  return [first, ...others];
}

/** The first setting that goes in, else the one in most lines. */
export function fittingSet(
  [first, ...others]: readonly [HeadingVariant, ...HeadingVariant[]],
  goesIn: (set: HeadingVariant) => boolean,
): HeadingVariant {
  return [first, ...others].find(goesIn) ?? others.at(-1) ?? first;
}
