export const SAMPLE_PAPER = '';
export const SAMPLE_NEWS = '';
