/** 四开通栏广告: a tea, 6 columns by 18 lines, in black and green. */
import { hills, words } from './shapes.mjs';

export const SIZE = [639, 202.5];

const GREEN = [70, 25, 85, 20];
const PALE = [14, 3, 20, 0];

export function tea(pdf) {
  const [width, height] = SIZE;
  pdf.rect(0, 0, width, height).fill(PALE);
  hills(pdf, { width, base: height, top: 124, rise: 34, waves: 1.6, phase: 3, colour: [26, 6, 34, 0] });
  hills(pdf, { width, base: height, top: 150, rise: 26, waves: 2.2, phase: 1.2, colour: [44, 12, 56, 0] });
  rows(pdf, width, height);
  cup(pdf);
  words(pdf, '云岫', { face: 'head', size: 74, x: 40, y: 16, colour: GREEN, tracking: 8 });
  words(pdf, '明前茶', { face: 'kai', size: 30, x: 226, y: 24, colour: [0, 0, 0, 100], tracking: 4 });
  words(pdf, '青屿山八百米 三月头一芽', {
    face: 'hei-text',
    size: 13,
    x: 228,
    y: 66,
    colour: [0, 0, 0, 100],
    tracking: 0.6,
  });
  pdf.rect(40, 116, 300, 58).fill([0, 0, 0, 0]);
  words(pdf, '新茶到店，一两起卖', { face: 'hei', size: 17, x: 54, y: 123, colour: GREEN, tracking: 1 });
  words(pdf, '南门桥头总店 · 柳浦分店　电话 0500-8866188', {
    face: 'song',
    size: 11,
    x: 54,
    y: 150,
    colour: [0, 0, 0, 100],
  });
}

function rows(pdf, width, height) {
  for (let row = 0; row < 6; row += 1) {
    const y = height - 4 - row * 8;
    pdf.moveTo(0, y);
    for (let x = 0; x <= width + 8; x += 8)
      pdf.lineTo(x, Number((y - 3 * Math.sin(x / 46 + row)).toFixed(2)));
    pdf.lineWidth(3.4 - row * 0.4).stroke([64, 22, 80, 10]);
  }
}

function cup(pdf) {
  pdf.save().translate(508, 118);
  pdf.circle(0, 0, 78).fill([0, 0, 0, 0]);
  pdf.circle(0, 0, 78).lineWidth(3).stroke([50, 14, 60, 5]);
  pdf.circle(0, 0, 62).fill([8, 10, 62, 4]);
  pdf.circle(-6, -6, 50).fill([6, 6, 48, 0]);
  for (const [x, y, turn] of [
    [-18, 6, 20],
    [12, -14, -40],
    [20, 18, 80],
  ]) {
    pdf.save().translate(x, y).rotate(turn);
    pdf.path('M-20 0Q-6 -13 20 0Q-6 13 -20 0Z').fill(GREEN);
    pdf.moveTo(-20, 0).lineTo(14, 0).lineWidth(1).stroke([30, 8, 50, 0]);
    pdf.restore();
  }
  for (const x of [-22, 0, 22]) {
    pdf
      .path(`M${x} -84C${x - 12} -96 ${x + 12} -104 ${x} -116`)
      .lineWidth(2.6)
      .lineCap('round')
      .stroke([26, 6, 34, 0]);
  }
  pdf.restore();
}
