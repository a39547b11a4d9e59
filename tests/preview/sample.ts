import type { PreviewIssue, PreviewPage, PreviewProblem } from '../../src/model/preview.ts';

export function pageOf(label: string, markups: readonly string[], file = 0): PreviewPage {
  return {
    label,
    title: '题',
    width: 100,
    height: 200,
    parts: markups.map((markup, i) => ({ markup, place: [file, 2 * i, 2 * i + 2] })),
    overlay: '',
    bars: [],
    rows: [{ part: 'headline', characters: 1, lines: 1, place: [file, 0, 1] }],
    characters: { copy: 1, set: 1 },
    fit: [],
    stale: false,
  };
}

export const ERROR: PreviewProblem = {
  severity: 'error',
  code: 'yaml-syntax',
  message: { zh: '错', en: 'wrong' },
  hints: [],
  place: [0, 0, 1],
};

export function issueOf(
  pages: readonly PreviewPage[],
  problems: readonly PreviewProblem[] = [],
): PreviewIssue {
  const text = `${pages.length} ${problems.length}`;
  const files = [{ path: 'x.yaml', absolute: '/x.yaml', text }];
  return { path: 'x.yaml', files, pages, problems, milliseconds: 1 };
}
