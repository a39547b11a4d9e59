/**
 * What the maker of a news page pays for what it may vary; the unit is small: 10 is a thing that a layout editor would
 * notice, 100 one that he would change.
 */
export const NEWS_COSTS = {
  /** A subhead with a line more or fewer than natural. */
  subheadLine: 12,
  /** A line by which a chart, or a table of figures in a box, is lower or higher than natural. */
  drawnLine: 2,
  /** A paragraph set a line shorter or longer. */
  paragraphLine: 4,
  /** Every line by which a column ends above the others. */
  footLine: 3,
  /** A column that ends two or three lines above the others. */
  raggedFoot: 400,
  /** A size of the head below the first of its list. */
  headStep: 14,
  /** Squared white of the head beyond or under natural, as a share of what it may take or give. */
  headWhite: 16,
  /** Every turn of a head beyond the first that its copy does not ask for. */
  headTurn: 6,
  /** Squared share of the width that a head leaves empty beyond what looks full. */
  headEmpty: 160,
  /** Squared change of a picture's height as a share of its limit. */
  pictureHeight: 24,
  /** Squared logarithm of a picture's area against what its role asks for. */
  pictureArea: 60,
  /** A head that runs down with text under it, instead of beside all of it. */
  sideHead: 4,
  /** A head that runs down where the copy leaves it open which way it runs. */
  uprightHead: 10,
  /** A size of a head that runs down below the largest of its list, and a line of it beyond the first. */
  uprightStep: 14 / 3,
  uprightTurn: 2,
  /** A picture at the left, where the text would begin. */
  pictureLeft: 3,
  /** A picture over the whole width of its story. */
  pictureWide: 2,
  /** The same between head and text: its caption reads like a lead. */
  captionBetween: 14,
  /** Broken columns instead of the basic ones. */
  brokenColumns: 30,
  /** A column by which a picture is wider or narrower than its copy asks. */
  pictureColumn: 40,
  /** An optional part left out. */
  leftOut: 90,
  /** An optional brief that is kept for filling pages left out. */
  fillerLeftOut: 12,
  /** Squared basic columns by which a story is wider or narrower than its rank asks for. */
  width: 7,
  /** The same where the desk asks for a width, and each line of a depth that it asks for. */
  wish: 200,
  wishedLine: 12,
  /** Squared logarithm of the shape of a story against two columns to three. */
  shape: 5,
  /** A leg of text under five lines, or over sixty without a subhead. */
  leg: 30,
  /** Two heads side by side on one line. */
  tombstone: 9,
  /** A straight gap through the whole page. */
  fullBreak: 40,
  /** A step in the outline of a story. */
  step: 10,
  /** Each line of a story that stays empty over all its columns, and what any of it costs. */
  emptyLine: 120,
  empty: 900,
  /** Each line of text that finds no room, and what any of it costs. */
  overLine: 400,
  over: 4000,
} as const;
