/** A drawn map: the lake, the town, three ferry lines. SVG with its letters as outlines. */
import { outline } from '../letters.mjs';

const words = (text, x, y, size, { face = 'hei-text', fill = '#1c2733', align = 'middle' } = {}) =>
  `<path d="${outline(text, { face, size, x, y, align })}" fill="${fill}"/>`;

const LAKE =
  'M150 150Q260 70 420 96T700 80Q860 60 960 150T1090 330Q1130 450 1050 540T820 660Q690 720 560 660T330 640Q190 620 150 500T90 330Q80 210 150 150Z';
const LINES = [
  { colour: '#c8342b', path: 'M226 470Q420 330 650 300T980 236', name: '一号线', at: [470, 326] },
  { colour: '#1f6fa8', path: 'M226 470Q420 520 560 560T840 560', name: '二号线', at: [420, 548] },
  { colour: '#2c8a57', path: 'M980 236Q960 400 840 560', name: '三号线', at: [1004, 424] },
];
const PIERS = [
  ['西堤', 226, 470, 150, 486],
  ['湖心洲', 650, 300, 650, 270],
  ['柳浦', 980, 236, 1036, 216],
  ['南浜', 840, 560, 876, 604],
];

export function routeMap() {
  const [width, height] = [1200, 760];
  const streets = Array.from({ length: 9 }, (_, at) => `M0 ${40 + at * 92}L1200 ${10 + at * 96}`).join('');
  const lanes = Array.from({ length: 13 }, (_, at) => `M${at * 104 - 30} 0L${at * 98 + 20} 760`).join('');
  const lines = LINES.map(
    ({ colour, path, name, at: [x, y] }) =>
      `<path d="${path}" fill="none" stroke="#fff" stroke-width="15"/><path d="${path}" fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-dasharray="22 12"/>${words(name, x, y, 26, { fill: colour, face: 'hei' })}`,
  ).join('');
  const piers = PIERS.map(
    ([name, x, y, left, top]) =>
      `<circle cx="${x}" cy="${y}" r="15" fill="#fff" stroke="#1c2733" stroke-width="6"/>${words(name, left, top, 34, { face: 'hei' })}`,
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#efece4"/>
<path d="${streets}${lanes}" stroke="#fff" stroke-width="9" fill="none"/>
<path d="M1200 620Q1120 600 1050 540L1088 500Q1150 560 1200 570Z" fill="#c9deea"/>
<path d="${LAKE}" fill="#c9deea" stroke="#8fb4ca" stroke-width="5"/>
<path d="M590 300Q640 250 720 284T700 350Q630 372 590 300Z" fill="#d5e2c4" stroke="#9db582" stroke-width="3"/>
${words('澄　湖', 560, 200, 58, { face: 'kai', fill: '#5b8ba6' })}
${lines}
${piers}
<path d="M70 690v-44l-12 12M70 646l12 12" stroke="#1c2733" stroke-width="4" fill="none"/>${words('北', 70, 634, 26)}
<path d="M900 706h200M900 696v20M1000 700v12M1100 696v20" stroke="#1c2733" stroke-width="4"/>${words('0', 900, 688, 20)}${words('1千米', 1000, 688, 20)}${words('2千米', 1100, 688, 20)}
</svg>
`;
}
