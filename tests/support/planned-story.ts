import type { PlannedPicture, PlannedStory } from '../../src/model/news.ts';
import { NEWS_DESIGN, RANGE, copyText } from './news-design.ts';

/** A story with nothing in it but what the test gives. */
export function plannedStory(change: Partial<PlannedStory> = {}): PlannedStory {
  return {
    range: RANGE,
    id: 'lamp',
    role: 'third',
    rank: 3,
    byline: [],
    bylinePlace: 'under-headline',
    editorNote: [],
    lead: [],
    parts: [],
    pictures: [],
    wish: { fixed: false },
    allowed: [],
    ...change,
  };
}

type Head = NonNullable<PlannedStory['head']>;

export function plannedHead(words: string, change: Partial<Head> = {}): Head {
  return {
    range: RANGE,
    main: copyText(words),
    summary: [],
    direction: 'horizontal',
    design: NEWS_DESIGN.heads[2]!,
    ...change,
  };
}

export function plannedPicture(change: Partial<PlannedPicture> = {}): PlannedPicture {
  return {
    range: RANGE,
    file: { value: 'a.jpg', range: RANGE },
    role: 'main',
    focus: [0.5, 0.5],
    size: { width: 3000, height: 2000 },
    raster: true,
    ...change,
  };
}
