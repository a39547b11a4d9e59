import type { Diagnostic, Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { SourceRange } from '../base/source.ts';
import type { NewsPlan } from '../model/news.ts';
import { TABOO_NAMES, type TabooName } from '../model/page-checks.ts';
import type { FitNote, Page } from '../model/page.ts';
import type { Allowance } from '../model/story.ts';
import { checkForm } from './form.ts';
import { levelOf } from './level.ts';
import { checkPictures } from './pictures.ts';
import { nameOf, placeOf, sceneOf, type Finding, type Scene, type SceneStory } from './scene.ts';
import { TABOOS } from './taboos.ts';

/**
 * Looks at a made-up page for the taboos of make-up and the faults of publication form. Each is reported at its level as
 * `taboo-` or `form-` and its name, with the place in columns and lines. What a story allows is not reported but comes back
 * as a sentence for the page's report; an allowance of an unknown name is reported as `unknown-allowance`, one that nothing
 * needed as `unused-allowance`. `news` is the plan of a page of several stories; a page of one story is only looked at for
 * its type.
 */
export function checkPage(page: Page, news: NewsPlan | undefined, report: Report): readonly FitNote[] {
  const scene = sceneOf(page, news);
  const allowances = allowancesOf(scene, report);
  const used = new Set<Allowance>();
  const notes = TABOO_ORDER.flatMap((name) => {
    const level = levelOf(name, TABOOS[name].level, news);
    if (level === 'off') return [];
    return TABOOS[name].find(scene).flatMap((finding): readonly FitNote[] => {
      const allowing = allowances.filter(
        (one) => one.name === name && finding.stories.includes(one.story.id),
      );
      const [allowed] = allowing;
      if (!allowed) report(diagnosticOf(name, level, finding, scene));
      for (const { allowance } of allowing) used.add(allowance);
      return allowed ? [noteOf(allowed, finding, scene)] : [];
    });
  });
  for (const { allowance, name, story } of allowances) {
    if (used.has(allowance)) continue;
    const values = { check: name, story: nameOf(story) };
    const { range } = allowance.check;
    report({ severity: 'warning', code: 'unused-allowance', values, range });
  }
  if (news) {
    checkForm(page, news, report);
    checkPictures(page, news, report);
  }
  return notes;
}

const TABOO_ORDER = Object.keys(TABOOS) as TabooName[];

interface Allowed {
  readonly story: SceneStory;
  readonly name: TabooName;
  readonly allowance: Allowance;
}

/** What the stories allow, by names that exist. */
function allowancesOf({ stories }: Scene, report: Report): readonly Allowed[] {
  return stories.flatMap((story) =>
    (story.planned?.allowed ?? []).flatMap((allowance): readonly Allowed[] => {
      const { value, range } = allowance.check;
      const name = tabooNamed(value);
      if (name) return [{ story, name, allowance }];
      const hints = nameHints(value, TABOO_ORDER);
      report({ severity: 'error', code: 'unknown-allowance', values: { name: value }, range, hints });
      return [];
    }),
  );
}

/** A taboo by its name, its trade name or the code of its message. */
function tabooNamed(written: string): TabooName | undefined {
  const plain = written.replace(/^taboo-/, '').replaceAll('_', '-');
  return TABOO_ORDER.find((name) => name === plain || TABOO_NAMES[name] === written);
}

function diagnosticOf(
  name: TabooName,
  severity: Diagnostic['severity'],
  finding: Finding,
  scene: Scene,
): Diagnostic {
  const { remedy } = TABOOS[name];
  const range = finding.range ?? rangeOf(finding, scene);
  return {
    severity,
    code: `taboo-${name}`,
    values: valuesOf(finding, scene),
    hints: [
      { code: typeof remedy === 'function' ? remedy(finding) : remedy },
      ...(finding.stories.length > 0 ? [{ code: 'allow-taboo', values: { name } } as const] : []),
    ],
    ...(range && { range }),
  };
}

function valuesOf(finding: Finding, scene: Scene): Diagnostic['values'] {
  const [story = '', other = ''] = finding.stories.map((id) => {
    const found = scene.stories.find((one) => one.id === id);
    return found ? nameOf(found) : id;
  });
  return { story, other, ...finding.values, ...placeOf(finding.rect, scene) };
}

/** The head of the first story as it was written, or the line at which the story begins. */
function rangeOf({ stories }: Finding, scene: Scene): SourceRange | undefined {
  const story = scene.stories.find(({ id }) => id === stories[0]);
  if (!story) return undefined;
  const { file, start, end } = story.planned?.head?.main.range ?? story.range;
  const lineEnd = file.text.indexOf('\n', start);
  return { file, start, end: lineEnd < 0 ? end : Math.max(start + 1, Math.min(end, lineEnd)) };
}

function noteOf({ name, allowance }: Allowed, finding: Finding, scene: Scene): FitNote {
  const { story = '', columns = '', at = '' } = valuesOf(finding, scene);
  return { code: 'allowed', values: { check: name, story, columns, at, why: allowance.why.characters } };
}
