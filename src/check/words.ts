import type { Copy, Find, Finder } from './copy.ts';

/**
 * A word that is not doubled on purpose: function words are not reduplicated as verbs (看看), nouns (天天), adverbs (常常)
 * and measure words (个个) are, and four in two pairs (暖暖和和) are a word. `before` and `after` are characters that take
 * one of the two into another word (目的的, 的的确确, 参与与会).
 */
interface DoubledWord {
  readonly word: string;
  readonly before?: string;
  readonly after?: string;
}

const CHARACTERS: readonly DoubledWord[] = [
  { word: '的', before: '目标打靶中鹄', after: '确士哥姐黎里卡' },
  { word: '了', before: '为除不罢极算未没末受公知终甚时', after: '解之结却断然悟无不得事心一这那望愿' },
  {
    word: '和',
    before: '共温平缓谐祥总饱亲柔随中附调协应求议宣媾掺搅',
    after: '美气睦平谐田解顺善缓音悦乐蔼煦约政县林服声风弦暖好尚谈硕衷颜润文慈亲',
  },
  {
    word: '在',
    before: '现存实所内何潜健自意贵旨外正好世',
    after: '于内校外线场家位职手建岗座意乎城野世读业押编案册握籍岸京此朝',
  },
  {
    word: '是',
    before: '不但可于而还就正却真便总更只要或凡像竟越求都若国又即既算自别如',
    after: '否非，。、！？：；…”',
  },
  { word: '与', before: '参给送交授赠相付赐租赋予', after: '其此会否众世非时日生共' },
  { word: '及', before: '以涉埃普遍顾危触波论提累推殃企', after: '其时早格第至' },
  { word: '把', before: '一两几三二四五六七八十百千万俩', after: '关握控脉手持守头式柄子玩风戏酒门儿兄臂' },
  { word: '被', before: '棉毛植森绒羊床条盖夹褥', after: '子告单套面罩褥窝服袋动害俘选捕' },
  { word: '也', after: '门许好罢' },
  { word: '就', before: '成早造迁将高练', after: '业近地此位职任医读算寝餐义绪座诊学' },
  { word: '但', before: '不非岂', after: '丁凡愿' },
  { word: '并', before: '合兼一吞归火裁相购', after: '购轨发网排列肩重入线联且非不举存用案处行立' },
  {
    word: '将',
    before: '老大小上中少主健干名强武战女部闯虎良点勇猛副众',
    after: '军领士校官帅相来近要才门就',
  },
  { word: '以', before: '可所难加得予何足是借用给', after: '及前后上下内外来为色往免便致至此东南西北' },
  { word: '着', before: '一', after: '力手重眼急实落想装陆色火凉迷床墨称数地' },
  {
    word: '向',
    before: '方走倾转趋推定通导去流投动偏意单取风正指内航朝志面',
    after: '日阳导前上下往心北南东西来',
  },
  { word: '由', before: '自理缘经任来事因根情', after: '于来此衷头' },
  { word: '们' },
  { word: '很' },
];

/** Words of two characters that say nothing twice; 研究研究, 高兴高兴, 很多很多, 还是还是 are left alone. */
const WORDS: readonly string[] = [
  ...['我们', '他们', '她们', '它们', '你们', '这些', '那些', '进行', '以及', '通过', '由于', '因为', '所以'],
  ...['但是', '而且', '对于', '关于', '并且', '或者', '已经', '正在', '其中', '目前', '如果', '同时', '随着'],
  ...['按照', '为了', '除了', '成为', '之间', '之后', '以后', '今年', '去年', '我市', '全市', '全省', '围绕'],
];

/** `的的`, `进行进行` and four or more characters that were pasted twice; not what is said in quotation marks. */
export const doubledWords: Finder = (copies) =>
  copies.flatMap((copy) => [...charactersIn(copy), ...wordsIn(copy)].filter(isPlain));

function charactersIn(copy: Copy): readonly Find[] {
  const { characters } = copy;
  return CHARACTERS.flatMap(({ word, before = '', after = '' }) => {
    const finds: Find[] = [];
    for (let at = characters.indexOf(word + word); at >= 0; at = characters.indexOf(word + word, at + 1)) {
      const [further, left = '', right = '', beyond] = [-2, -1, 2, 3].map((step) => characters[at + step]);
      const isThree = left === word || right === word;
      const isFourfold = left === further || right === beyond;
      const isWord = (left !== '' && before.includes(left)) || (right !== '' && after.includes(right));
      if (!isThree && !isFourfold && !isWord) finds.push({ copy, start: at, end: at + 2, instead: word });
    }
    return finds;
  });
}

const DOUBLED_WORD = new RegExp(`(${WORDS.join('|')})\\1`, 'gu');

/** Twice the same four or more characters; 一家一户一家一户 counts and onomatopoeia (叮叮当当) are meant. */
const PASTED_TWICE = /(\p{Script=Han}{4,20})\1/gu;

function wordsIn(copy: Copy): readonly Find[] {
  const { characters } = copy;
  const found = [...characters.matchAll(DOUBLED_WORD), ...characters.matchAll(PASTED_TWICE)];
  return found.flatMap(({ 0: whole, 1: word = '', index }): readonly Find[] =>
    word.length > 2 && (/^[一逐每]/u.test(word) || /(.)\1|^(.{1,10})\2+$/u.test(word))
      ? []
      : [{ copy, start: index, end: index + whole.length, instead: word }],
  );
}

/** Speech may stammer and verses repeat. */
function isPlain({ copy, start }: Find): boolean {
  return (copy.quoted[start] ?? 0) === 0;
}

const ROLES = '记者|通讯员|特派员|摄影|摄|文|图|编辑|作者|实习生|供稿|本报消息|本报讯|讯|电|整理|撰稿';
const ROLE_BEFORE = new RegExp(`(?:${ROLES})$`, 'u');
const ROLE_BEHIND = new RegExp(`^(?:${ROLES}|见习|特约|本报)`, 'u');

/** Longest name that stands between spaces: four characters, or a foreign one with its dot. */
const NAME = /^[\p{Script=Han}·]{1,4}$|^[\p{Script=Han}]+·[\p{Script=Han}]+$/u;

/**
 * A space between Han characters or beside a Chinese mark in running text; not in quotation marks, where it parts the
 * halves of a slogan, nor between the names and roles of a byline.
 */
export const straySpaces: Finder = (copies) => copies.flatMap(spacesIn);

function spacesIn(copy: Copy): readonly Find[] {
  const { characters, quoted } = copy;
  const pattern =
    /(?<=([\p{Script=Han}，。、；：？！“”‘’《》（）…—])) +(?=([\p{Script=Han}，。、；：？！“”‘’《》（）…—]))/gu;
  return [...characters.matchAll(pattern)].flatMap(
    ({ 0: space, 1: left, 2: right, index }): readonly Find[] => {
      const isMeant = (quoted[index] ?? 0) > 0 || isByline(characters, index, index + space.length);
      const end = index + space.length;
      return isMeant ? [] : [{ copy, start: index, end, instead: `${left}${right}` }];
    },
  );
}

function isByline(characters: string, start: number, end: number): boolean {
  const left =
    /[^ ，。、；：？！（）“”]*$/u.exec(characters.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const right = /^[^ ，。、；：？！（）“”]*/u.exec(characters.slice(end, end + 20))?.[0] ?? '';
  if (ROLE_BEHIND.test(right) || left === '') return ROLE_BEHIND.test(right);
  const sentence = /[^，。；：？！]*$/u.exec(characters.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  return (
    NAME.test(right) &&
    (ROLE_BEFORE.test(left) || (/ /.test(sentence) && new RegExp(ROLES, 'u').test(sentence)))
  );
}
