/** The night market. */
import {
  bloom,
  canvas,
  clamp,
  clouds,
  develop,
  draw,
  gradient,
  mix,
  mixColour,
  noise,
  randomFrom,
  shade,
  smooth,
} from './paint.mjs';
import { person, rect } from './people.mjs';

/** Lights out of focus: discs with a bright rim. */
function discs(random, { count, top, bottom, width, least, most, colours }) {
  return Array.from({ length: count }, () => {
    const [x, y] = [random() * width, mix(top, bottom, random())];
    const size = mix(least, most, random() ** 1.4);
    const colour = colours[Math.floor(random() * colours.length)];
    const strength = (0.2 + random() * 0.5).toFixed(2);
    return `<g opacity="${strength}"><circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${size.toFixed(0)}" fill="${colour}"/><circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${(size - 1).toFixed(0)}" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="2"/></g>`;
  }).join('');
}

function stall(x, y, wide, stripe) {
  const [top, drop] = [y - 330, 74];
  const bands = Array.from({ length: 10 }, (_, at) => {
    const [from, to] = [x + (wide * at) / 10, x + (wide * (at + 1)) / 10];
    const scallop = `M${from} ${top}L${from - 14} ${top + drop}Q${(from + to) / 2 - 12} ${top + drop + 26} ${to - 14 + 2} ${top + drop}L${to} ${top}Z`;
    return `<path d="${scallop}" fill="${at % 2 ? '#efe3cf' : stripe}"/>`;
  }).join('');
  const bulbs = Array.from({ length: 5 }, (_, at) => {
    const left = x + (wide * (at + 0.5)) / 5;
    return `<path d="M${left} ${top + 50}v46" stroke="#2b221c" stroke-width="3"/><circle cx="${left}" cy="${top + 108}" r="15" fill="#fff3c9"/>`;
  }).join('');
  return `${rect(x, top + 40, wide, 230, '#a5642c', 'opacity=".8"')}<path d="M${x} ${top}V${y}M${x + wide} ${top}V${y}" stroke="#1d1613" stroke-width="10"/>${bulbs}${bands}`;
}

function bowls(x, y, wide) {
  return Array.from({ length: 9 }, (_, at) => {
    const left = x + 24 + (at * (wide - 60)) / 9;
    return `<path d="M${left} ${y - 126}h${wide / 12}l-6 30h-${wide / 12 - 12}Z" fill="#e6dfd0"/><ellipse cx="${left + wide / 24}" cy="${y - 128}" rx="${wide / 25}" ry="16" fill="${['#d8792f', '#a5482a', '#e0ad4a', '#86963e'][at % 4]}"/>`;
  }).join('');
}

export async function market() {
  const [width, height] = [2000, 1333];
  const picture = canvas(width, height);
  const random = randomFrom(19);
  const air = gradient([
    [0, '#1a2140'],
    [0.35, '#4a2f3e'],
    [0.62, '#8a4f32'],
    [1, '#3a2219'],
  ]);
  shade(picture, (x, y) =>
    air(y / height).map((value) => value + (clouds(x * 0.002, y * 0.003, 4, 6) - 0.5) * 0.08),
  );
  const warm = ['#ffb44f', '#ff8b3d', '#ffd98c', '#ff6a4a', '#f7e3b0', '#e5483b', '#5fb8c9'];
  await draw(
    picture,
    discs(random, { count: 150, top: 200, bottom: 700, width, least: 12, most: 40, colours: warm }),
    { blur: 3, light: true, opacity: 0.8 },
  );
  await draw(
    picture,
    discs(random, { count: 40, top: 90, bottom: 620, width, least: 36, most: 78, colours: warm }),
    { blur: 2, light: true, opacity: 0.55 },
  );
  const crowd = Array.from({ length: 24 }, (_, at) =>
    person(40 + at * 84 + random() * 40, 860 + random() * 60, 0.78 + random() * 0.2, random),
  );
  await draw(picture, crowd.join(''), { blur: 5, opacity: 0.9 });
  const strings = [
    [0, 190, 2000, 90, 300],
    [0, 60, 2000, 260, 380],
  ].map(([x, y, right, low, sag], line) => {
    const bulbs = Array.from({ length: 22 }, (_, at) => {
      const share = (at + 0.5) / 22;
      return `<circle cx="${mix(x, right, share)}" cy="${mix(y, low, share) + sag * 4 * share * (1 - share) * 0.42 + 12}" r="${line ? 13 : 10}" fill="#ffe9b0"/>`;
    }).join('');
    return `<path d="M${x} ${y}Q1000 ${(y + low) / 2 + sag * 0.84} ${right} ${low}" stroke="#120e10" stroke-width="3" fill="none"/>${bulbs}`;
  });
  await draw(picture, strings.join(''), { blur: 1.5 });
  const stalls = [
    [-90, 1180, 620, '#2d5e66', '#e2d2b0'],
    [590, 1200, 700, '#b23a2c', '#ecc57a'],
    [1350, 1180, 720, '#c28a2b', '#e8dcc0'],
  ];
  await draw(picture, stalls.map((one) => stall(...one)).join(''), { blur: 1 });
  const cooks = [
    [150, 1150, 1],
    [420, 1160, 0.94],
    [800, 1170, 1.02],
    [1110, 1165, 0.96],
    [1560, 1160, 0.98],
    [1850, 1160, 1.02],
  ].map(([x, y, size]) => person(x, y, size, random));
  await draw(picture, cooks.join(''), { blur: 1.2 });
  const counters = stalls.map(
    ([x, y, wide, , name]) =>
      rect(x - 6, y - 96, wide + 12, 260, '#5a3720') +
      rect(x - 6, y - 96, wide + 12, 9, '#e2a45c') +
      rect(x + wide * 0.26, y - 70, wide * 0.48, 62, name) +
      bowls(x, y, wide),
  );
  await draw(picture, counters.join(''), { blur: 1 });
  shade(
    picture,
    (x, y, old) => {
      const off = Math.hypot((x - 940 - (900 - y) * 0.14) / 230, (y - 830) / 290);
      const off2 = Math.hypot((x - 1700 + (900 - y) * 0.1) / 190, (y - 820) / 260);
      const puff =
        (Math.exp(-off * off) + Math.exp(-off2 * off2) * 0.8) *
        smooth(0.42, 0.8, clouds(x * 0.006, y * 0.005 + 0.3 * noise(x * 0.01, y * 0.01, 8), 5, 88));
      return mixColour(old, [1, 0.9, 0.72], clamp(puff * 0.85));
    },
    400,
    1120,
  );
  const near = [
    [330, 1580, 1.75, false],
    [560, 1560, 1.62, true],
    [1180, 1590, 1.8, false],
    [1400, 1550, 1.58, false],
    [1890, 1600, 1.9, true],
    [60, 1620, 1.9, false],
  ].map(([x, y, size, bag]) => person(x, y, size, random, bag));
  await draw(picture, near.join(''), { blur: 2.2, opacity: 0.97 });
  await bloom(picture, { above: 0.66, radius: 32, strength: 0.95 });
  return develop(picture, { contrast: 0.16, corner: 0.26, seed: 15, warm: 0.01 });
}
