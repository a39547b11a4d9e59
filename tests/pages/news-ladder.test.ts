import { describe, expect, test } from 'vitest';
import type { PictureFacts } from '../../src/model/news.ts';
import type { FitNote } from '../../src/model/page.ts';
import { pageEntry } from '../../src/output/report.ts';
import { layoutWith, makeNews, sourcesWith, type NewsPage } from '../support/news-pages.ts';

const LAKE = '湖上的风从码头吹过来灯一盏一盏亮了等船的人把领子竖起来谁也没有先走';
const PHOTO: Readonly<Record<string, PictureFacts>> = {
  'a.jpg': { kind: 'raster', width: 3000, height: 2000 },
};
