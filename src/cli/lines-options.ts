import { SETTING_WORDS } from '../model/setting.ts';
import { JSON_OUT, type OptionEntry } from './command-entry.ts';

/** Options of `pagegen lines`: the settings of a text by their names. */
export const LINES_OPTIONS: readonly OptionEntry[] = linesOptions();

function linesOptions(): readonly OptionEntry[] {
  const choice = (option: string, key: keyof typeof SETTING_WORDS, zh: string, en: string): OptionEntry => {
    const words = SETTING_WORDS[key].join(' ');
    const takes = SETTING_WORDS[key];
    return { flags: `--${option} <word>`, about: { zh: `${zh}：${words}`, en: `${en}: ${words}` }, takes };
  };
  const number = (option: string, zh: string, en: string): OptionEntry => {
    return { flags: `--${option} <em>`, about: { zh, en }, takes: 'nothing' };
  };
  return [
    number('measure', '行长，如 13em；不写则不断行', 'measure such as 13em; without it one endless line'),
    number('indent', '段首缩进', 'indent of a paragraph'),
    choice('kinsoku', 'kinsoku', '避头尾', 'rules for line starts and ends'),
    choice('punctuation', 'punctuation', '标点宽度', 'widths of marks'),
    number('mark-shrink', '标点空白最多可挤，0 到 0.5em', 'how far blanks of marks may shrink, 0 to 0.5em'),
    choice('start-trim', 'startTrim', '行首标点', 'marks at line starts'),
    choice('end-trim', 'endTrim', '行尾标点', 'marks at line ends'),
    choice('hang', 'hang', '标点悬挂', 'hanging marks'),
    number('cjk-latin-gap', '汉字与西文的间隙', 'gap between Han and Latin'),
    number('tracking', '字距', 'space added to every character'),
    choice('breaking', 'breaking', '断行方法', 'way of breaking'),
    choice('overflow', 'overflow', '行末放不下时', 'when a line is too long'),
    choice('align', 'align', '对齐', 'alignment'),
    {
      flags: '--short-last <n>',
      about: { zh: '末行至少几个字', en: 'characters that a last line must hold' },
      takes: 'nothing',
    },
    choice('lang', 'language', '文字的语言', 'language of the text'),
    choice('hyphenation', 'hyphenation', '西文断词', 'division of Latin words'),
    {
      flags: '--font <role>',
      about: { zh: '字体角色，或 ideal、ideal-square', en: 'a role of fonts/, or ideal, ideal-square' },
      takes: ['body', 'head', 'hei', 'kai', 'fang', 'ideal', 'ideal-square'],
    },
    JSON_OUT,
  ];
}
