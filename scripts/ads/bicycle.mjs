/** 四开通栏广告 as a picture: a bicycle, 6 columns by 18 lines, SVG for a JPEG. */
import { outline } from '../letters.mjs';

export const SIZE = [1988, 630];

const line = (text, x, y, size, fill, { face = 'hei', align = 'start', tracking = 0.02 } = {}) =>
  `<path d="${outline(text, { face, size, x, y, align, tracking })}" fill="${fill}"/>`;

export function bicycle() {
  const [width, height] = SIZE;
  const waves = Array.from({ length: 7 }, (_, at) => wave(430 + at * 30, 46 + at * 10, at)).join('');
  const spokes = (x, y) =>
    Array.from({ length: 18 }, (_, at) => {
      const turn = (at * Math.PI) / 9;
      return `M${x} ${y}L${(x + 158 * Math.cos(turn)).toFixed(1)} ${(y + 158 * Math.sin(turn)).toFixed(1)}`;
    }).join('');
  const wheel = (x, y) =>
    `<path d="${spokes(x, y)}" stroke="#8896a3" stroke-width="2"/><circle cx="${x}" cy="${y}" r="166" fill="none" stroke="#1d2a38" stroke-width="13"/><circle cx="${x}" cy="${y}" r="13" fill="#1d2a38"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f7e3c2"/><stop offset=".62" stop-color="#fbf3e4"/><stop offset="1" stop-color="#bfe0e6"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/><circle cx="1560" cy="230" r="190" fill="#f4a259"/>
${waves}
<g transform="translate(40 10)">${wheel(1270, 400)}${wheel(1740, 400)}
<path d="M1270 400L1400 190L1640 176L1470 400ZM1400 190L1470 400M1640 176L1740 400" fill="none" stroke="#c8342b" stroke-width="17" stroke-linejoin="round"/>
<path d="M1400 190L1386 140M1340 136H1436Q1440 124 1428 122L1352 120Q1336 122 1340 136ZM1640 176L1622 112H1676Q1710 112 1706 146" fill="#1d2a38" stroke="#1d2a38" stroke-width="13" stroke-linecap="round" stroke-linejoin="round" fill-opacity="0"/>
<circle cx="1470" cy="400" r="40" fill="none" stroke="#1d2a38" stroke-width="9"/><path d="M1470 400L1500 462M1484 464H1526M1470 400L1440 340M1424 338H1462" stroke="#1d2a38" stroke-width="10" stroke-linecap="round"/>
<path d="M1270 384L1466 362M1270 416L1466 438" stroke="#44525f" stroke-width="5"/></g>
${line('踏浪', 90, 250, 200, '#c8342b', { face: 'head', tracking: 0.05 })}
${line('内三速城市车', 540, 160, 62, '#1d2a38')}
${line('上桥不喘 下坡不慌', 542, 246, 56, '#1d2a38', { face: 'kai' })}
<rect x="92" y="318" width="620" height="196" rx="10" fill="#fffaf0"/>
${line('以旧换新季', 130, 396, 58, '#1d2a38')}
${line('旧车抵三百元，免费上门取', 130, 476, 44, '#3a4754', { face: 'hei-text' })}
${line('鼓楼街、柳浦、机场路三店同步　0500-8866717', 92, 590, 40, '#ffffff', { face: 'hei-text', tracking: 0 })}
</svg>`;
}

function wave(y, size, at) {
  const fill = ['#a9d6df', '#8fc7d4', '#74b6c7', '#5aa4b9', '#4491a9', '#347d98', '#2a6b87'][at];
  let path = `M-200 ${y}`;
  for (let x = -200 + at * 37; x < 2100; x += size * 3.4) {
    path += `Q${x + size * 0.85} ${y - size * 0.62} ${x + size * 1.7} ${y}T${x + size * 3.4} ${y}`;
  }
  return `<path d="${path}V700H-200Z" fill="${fill}"/>`;
}
