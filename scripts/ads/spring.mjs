/** 对开通栏广告: a spring ticket for the lake, 8 columns by 24 lines, in four inks. */
import { hills, petals, words } from './shapes.mjs';

export const SIZE = [999, 270];

const INK = [0, 0, 0, 100];
const DEEP = [90, 45, 20, 20];

export function spring(pdf) {
  const [width, height] = SIZE;
  pdf.rect(0, 0, width, height).fill([14, 2, 6, 0]);
  pdf.circle(742, 104, 46).fill([0, 30, 60, 0]);
  hills(pdf, { width, base: height, top: 148, rise: 46, waves: 2.3, phase: 0.4, colour: [32, 8, 22, 0] });
  hills(pdf, { width, base: height, top: 172, rise: 34, waves: 3.4, phase: 2.1, colour: [46, 12, 36, 0] });
  pdf.rect(0, 200, width, height - 200).fill([46, 10, 8, 0]);
  for (let line = 0; line < 7; line += 1) {
    const y = 209 + line * 9;
    for (let x = (line * 37) % 60; x < width; x += 74 + line * 9) {
      pdf
        .moveTo(x, y)
        .bezierCurveTo(x + 8, y - 3, x + 20 + line * 2, y - 3, x + 28 + line * 3, y)
        .lineWidth(1)
        .stroke([10, 0, 2, 0]);
    }
  }
  boat(pdf, 690, 214, 1);
  boat(pdf, 880, 204, 0.5);
  branch(pdf);
  words(pdf, '澄湖春游季', { face: 'hei', size: 15, x: 64, y: 40, colour: DEEP, tracking: 4 });
  words(pdf, '春风十里', { face: 'head', size: 66, x: 60, y: 60, colour: DEEP, tracking: 3 });
  words(pdf, '一票到湖心', { face: 'head', size: 38, x: 62, y: 140, colour: [0, 85, 75, 5], tracking: 3 });
  pdf.rect(60, 198, 356, 46).fill([0, 0, 0, 0]);
  words(pdf, '轮渡往返 · 环湖单车两小时 · 湿地观鸟', {
    face: 'hei-text',
    size: 13.5,
    x: 74,
    y: 205,
    colour: INK,
    tracking: 0.4,
  });
  words(pdf, '3月20日至5月31日，四座码头与手机均可购票', {
    face: 'song',
    size: 11.5,
    x: 74,
    y: 225,
    colour: INK,
  });
  price(pdf);
}

function price(pdf) {
  pdf.circle(508, 150, 62).fill([0, 85, 75, 5]);
  const paper = [0, 0, 0, 0];
  words(pdf, '联票', { face: 'hei', size: 17, x: 489, y: 102, colour: paper, tracking: 4 });
  words(pdf, '68', { face: 'head', size: 52, x: 470, y: 116, colour: paper });
  words(pdf, '元', { face: 'hei', size: 16, x: 538, y: 150, colour: paper });
  words(pdf, '学生、老人半价', { face: 'hei-text', size: 10.5, x: 471, y: 182, colour: paper });
}

function boat(pdf, x, y, size) {
  pdf.save().translate(x, y).scale(size);
  pdf.path('M-70 -12H74L60 8Q0 14 -58 8Z').fill([80, 40, 25, 30]);
  pdf.rect(-48, -32, 92, 20).fill([0, 0, 0, 0]);
  for (let at = 0; at < 6; at += 1) pdf.rect(-42 + at * 14.5, -27, 9, 9).fill([60, 20, 10, 0]);
  pdf.rect(-54, -36, 104, 4).fill([0, 85, 75, 5]);
  pdf.path('M6 -36V-74L52 -40Z').fill([0, 0, 0, 0]);
  pdf.moveTo(6, -36).lineTo(6, -80).lineWidth(2).stroke([80, 40, 25, 30]);
  pdf.restore();
}

function branch(pdf) {
  const wood = [40, 60, 60, 40];
  pdf
    .path(
      'M1000 24C930 30 900 62 846 60C818 60 800 70 776 66M900 56C880 84 872 96 846 104M952 36C930 22 914 18 888 14',
    )
    .lineWidth(4)
    .lineCap('round')
    .stroke(wood);
  const flowers = [
    [776, 66, 9],
    [800, 62, 12],
    [826, 62, 11],
    [846, 104, 12],
    [862, 88, 10],
    [878, 76, 13],
    [888, 14, 10],
    [910, 24, 12],
    [904, 56, 11],
    [934, 44, 14],
    [958, 30, 12],
    [980, 44, 13],
    [846, 50, 9],
    [822, 84, 7],
  ];
  for (const [x, y, size] of flowers)
    petals(pdf, { x, y, size, petal: [0, 32, 8, 0], heart: [0, 60, 30, 0] });
}
