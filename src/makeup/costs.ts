/**
 * What the copy-fitter pays for each thing that it may vary. The unit is the demerit of the line breaker: 1 is one line
 * more than necessary; 40 is a line whose joints are 0.02 em wide.
 */
export const COSTS = {
  /** One line more or fewer than natural above a title, squared: an even page has equal gaps. */
  gap: 24,
  /** A gap that differs from the one before it, squared: what is equal must look equal. */
  unequalGap: 40,
  /** Demerits of a paragraph that is set one line shorter or longer than its best, beyond those of the best. */
  setting: 1,
  /** A paragraph in which a line is torn open: another design may set it whole. */
  torn: 300,
  /** A column one line shorter than the others: allowed where it heals a lone line. */
  shortColumn: 120,
  /** The last column one line shorter: the place where a shortfall belongs (CLREQ, column balancing). */
  shortLastColumn: 20,
  /** A line of text missing under a title whose block is shorter than the rule asks. */
  owedLine: 200,
  /** Every line by which all columns stay short of the foot of the page. */
  shortPage: 400,
  /** Squared distance of the white in the heads from natural, as a share of what it may give or take. */
  headSpace: 50,
  /** One line more or fewer for every title, squared. */
  titleHeight: 16,
  /** Squared logarithm of a headline smaller, or larger, than its natural size. */
  smallHeadline: 160,
  largeHeadline: 25,
  /** Every line of a headline beyond the first that the copy does not ask for. */
  headlineLine: 30,
  /** Every turn that the copy offers and the page takes: a banner in one line is the stronger head. */
  headlineTurn: 40,
  /** Squared logarithm of the lead's size against its natural size. */
  leadSize: 80,
  /** Each row that stays empty in the last of several columns of the lead. */
  leadRow: 12,
  /** Squared distance of the lines of a vertical block from their natural pitch, as a share of what it may give or take. */
  boxPitch: 60,
  /** Each body line that its box is higher than its lines need. */
  boxLine: 6,
  /** Squared share of a head area beside a vertical headline that stays empty. */
  emptyBeside: 900,
  /** Squared share of the width that its columns leave empty. */
  emptyStrip: 150,
  /** Each place down the list of designs, which stands in order of preference. */
  preference: 1.5,
} as const;
