/** Scenes of the quay: harbour cranes, and a print of forty years ago. */
import {
  bloom,
  canvas,
  clamp,
  clouds,
  develop,
  draw,
  hex,
  mixColour,
  noise,
  randomFrom,
  shade,
  water,
} from './paint.mjs';
import { gulls, mirrored, mist, path, ridge, round, sunrise, town } from './shore.mjs';

/** Ship-to-shore crane, its rail at 0, boom to the left. */
function crane(colour, raised) {
  const lattice = (from, to, y, tall) => {
    const steps = Math.round(Math.abs(to - from) / 22);
    return Array.from({ length: steps }, (_, at) => {
      const x = from + ((to - from) * at) / steps;
      return `M${round(x)} ${y}L${round(x + (to - from) / steps / 2)} ${y - tall}L${round(x + (to - from) / steps)} ${y}`;
    }).join('');
  };
  const boom = `<g transform="${raised ? 'rotate(62 -40 -300)' : ''}"><path d="M-40 -300H-400V-310H-40ZM-40 -324H-390V-329H-40Z" fill="${colour}"/><path d="${lattice(-40, -392, -308, 18)}" stroke="${colour}" stroke-width="3" fill="none"/></g>`;
  const stay = raised
    ? ''
    : `<path d="M20 -440L-380 -322M20 -440L-210 -322" stroke="${colour}" stroke-width="4"/>`;
  return `${boom}${stay}<path d="M-60 0L-44 -300H-30L-40 0ZM74 0L64 -300H78L96 0Z" fill="${colour}"/>
    <path d="M-58 -96H92V-84H-58ZM-50 -190H84V-182H-50Z" fill="${colour}"/><path d="M-52 -84L84 -190M-46 -190L76 -300M88 -84L-44 -190" stroke="${colour}" stroke-width="5"/>
    <path d="M-50 -322H190V-298H-50Z" fill="${colour}"/><path d="M6 -322L20 -446L34 -322Z" fill="none" stroke="${colour}" stroke-width="9"/><path d="M20 -440L186 -320" stroke="${colour}" stroke-width="4"/>
    <rect x="96" y="-352" width="84" height="36" fill="${colour}"/><rect x="-126" y="-296" width="30" height="26" fill="${colour}"/><path d="M-70 -6H106V8H-70Z" fill="${colour}"/>`;
}

function boxes(random, { x, y, columns, rows, wide, tall }) {
  const colours = ['#8c3b32', '#2f4d6b', '#b46a35', '#3e5d55', '#7b7f86', '#a9883f', '#54394a'];
  return Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    if (row > rows * (0.45 + 0.6 * noise(column * 0.5 + x * 0.01, 4, 3))) return '';
    const [left, top] = [x + column * (wide + 2), y - (row + 1) * (tall + 1.5)];
    const fill = colours[Math.floor(random() * colours.length)];
    const ribs = Array.from(
      { length: 8 },
      (_, rib) => `M${left + ((rib + 0.5) * wide) / 8} ${top + 3}v${tall - 6}`,
    ).join('');
    return `<rect x="${left}" y="${top}" width="${wide}" height="${tall}" fill="${fill}"/><path d="${ribs}" stroke="#000" stroke-width="1.4" opacity=".25"/><path d="M${left} ${top}h${wide}" stroke="#fff" stroke-width="2" opacity=".22"/>`;
  }).join('');
}

export async function cranes() {
  const [width, height, horizon] = [2000, 1250, 850];
  const picture = canvas(width, height);
  const random = randomFrom(29);
  sunrise(picture, {
    horizon,
    sunX: 1280,
    sunY: 770,
    seed: 84,
    cloudLight: '#ffb37a',
    cover: 0.45,
    stops: [
      [0, '#4d6385'],
      [0.4, '#93989f'],
      [0.7, '#dfb48e'],
      [0.9, '#f5b873'],
      [1, '#f8c985'],
    ],
  });
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 170, scale: 2.8, seed: 71 }), '#a4846f'),
    { blur: 3, opacity: 0.6 },
  );
  await draw(picture, town(random, { width, base: horizon, from: 40, to: 560 }), { blur: 2, opacity: 0.5 });
  const far = [
    [1690, 0.62, true],
    [1890, 0.62, false],
  ].map(
    ([x, size, up]) => `<g transform="translate(${x} ${horizon}) scale(${size})">${crane('#6f5a52', up)}</g>`,
  );
  await draw(picture, far.join(''), { blur: 1.6, opacity: 0.75 });
  mist(picture, horizon - 20, 90, [1, 0.83, 0.6], 0.45);
  const stack = boxes(random, { x: 640, y: horizon - 6, columns: 17, rows: 6, wide: 80, tall: 30 });
  await draw(picture, stack, { blur: 0.8, opacity: 0.93 });
  const near = [
    [850, 1.62, false],
    [1330, 1.62, false],
    [1700, 1.3, true],
  ].map(
    ([x, size, up]) => `<g transform="translate(${x} ${horizon}) scale(${size})">${crane('#2b2a33', up)}</g>`,
  );
  await draw(picture, near.join(''), { blur: 0.8 });
  await draw(
    picture,
    `<path d="M560 ${horizon - 8}H2000V${horizon + 26}H560Z" fill="#2a2930"/><path d="M560 ${horizon - 8}H2000" stroke="#c79a6b" stroke-width="3" opacity=".6"/>`,
    { blur: 0.8 },
  );
  const load = boxes(random, { x: -20, y: horizon - 40, columns: 7, rows: 5, wide: 78, tall: 29 });
  const ship = `${load}<path d="M-40 ${horizon - 42}H700Q690 ${horizon + 20} 640 ${horizon + 52}H-40Z" fill="#2c3442"/><path d="M-40 ${horizon + 34}H656L640 ${horizon + 52}H-40Z" fill="#7d3a30"/><path d="M-40 ${horizon - 42}H700" stroke="#d2a67c" stroke-width="3" opacity=".7"/>`;
  water(picture, { horizon: horizon + 26, wave: 0.8, colour: hex('#2d3440'), calm: 0.4, seed: 37 });
  await mirrored(picture, ship, horizon + 50);
  await draw(picture, ship, { blur: 0.8 });
  await draw(
    picture,
    gulls([
      [300, 420, 26],
      [380, 360, 20],
      [210, 330, 15],
      [470, 480, 14],
    ]),
    { blur: 0.8 },
  );
  await bloom(picture, { above: 0.85, radius: 36, strength: 0.4 });
  return develop(picture, { contrast: 0.2, corner: 0.28, seed: 9 });
}

/** A print of forty years ago: grey, soft, scratched, with a white border. */
export async function quay() {
  const [width, height, horizon] = [1100, 760, 400];
  const picture = canvas(width, height);
  const random = randomFrom(44);
  shade(picture, (x, y) => {
    const tone = 0.72 + 0.16 * (y / horizon) + (clouds(x * 0.003, y * 0.009, 5, 14) - 0.5) * 0.18;
    return [tone, tone, tone];
  });
  await draw(picture, path(ridge({ width, base: horizon + 2, height: 120, scale: 3, seed: 91 }), '#a3a3a3'), {
    blur: 2.5,
  });
  const roofs = Array.from({ length: 13 }, (_, at) => {
    const [x, wide, tall] = [at * 92 - 30 + random() * 20, 84 + random() * 46, 44 + random() * 46];
    const y = horizon - tall;
    const doors = Array.from(
      { length: 3 },
      (_, door) =>
        `<rect x="${x + 10 + door * 26}" y="${y + 14}" width="15" height="${tall - 22}" fill="#3b3b3b"/>`,
    ).join('');
    return `<rect x="${x}" y="${y}" width="${wide}" height="${tall + 6}" fill="#b9b9b9"/>${doors}<path d="M${x - 10} ${y + 4}L${x + 10} ${y - 24}H${x + wide - 10}L${x + wide + 10} ${y + 4}Z" fill="#565656"/>`;
  }).join('');
  await draw(picture, roofs, { blur: 0.9 });
  await draw(
    picture,
    `<path d="M0 ${horizon}H1100V${horizon + 34}H0Z" fill="#8f8f8f"/><path d="M0 ${horizon + 4}H1100" stroke="#cfcfcf" stroke-width="3"/>`,
    { blur: 0.8 },
  );
  water(picture, { horizon: horizon + 32, wave: 0.7, colour: [0.34, 0.34, 0.34], calm: 0.4, seed: 58 });
  const people = Array.from({ length: 26 }, () => {
    const x = 20 + random() * 1060;
    const y = horizon + 8 + random() * 20;
    const tall = 20 + random() * 5;
    return `<path d="M${x - 4} ${y}v-${tall}q4 -5 8 0v${tall}Z" fill="${random() < 0.4 ? '#e0e0e0' : '#2d2d2d'}"/><circle cx="${x}" cy="${y - tall - 5}" r="4" fill="#4a4a4a"/>`;
  });
  await draw(picture, people.join(''), { blur: 0.8 });
  const sail = (x, y, size) =>
    `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-90 -14Q0 22 96 -22L84 8Q0 26 -76 10Z" fill="#2b2b2b"/><path d="M-4 0V-176" stroke="#2b2b2b" stroke-width="5"/><path d="M2 -170Q76 -120 64 -26L2 -18Z" fill="#d9d9d9"/><path d="M2 -138L46 -126M2 -104L62 -94M2 -70L68 -62M2 -40L66 -36" stroke="#777" stroke-width="2.5"/><path d="M-46 -10h34v-22q-17 -14 -34 0Z" fill="#606060"/></g>`;
  const fleet = [
    [230, 520, 1.15],
    [470, 480, 0.74],
    [690, 560, 1.5],
    [930, 490, 0.84],
    [90, 470, 0.56],
  ];
  for (const [x, y, size] of fleet.toSorted((one, other) => one[1] - other[1])) {
    await mirrored(picture, sail(x, y, size), y + 10 * size);
    await draw(picture, sail(x, y, size), { blur: 0.9 });
  }
  shade(picture, (x, y, old) => {
    const scratch = noise(x * 0.9, y * 0.004, 33) > 0.965 ? 0.1 : 0;
    return old.map((value) => clamp(0.16 + value * 0.76 + scratch));
  });
  const faded = develop(picture, { contrast: 0.24, corner: 0.5, grain: 0.016, seed: 4 });
  return shade(faded, (x, y, old) => {
    const rim = Math.min(x, y, width - x, height - y);
    return rim < 22 ? [0.93, 0.93, 0.93] : mixColour(old, [0.5, 0.5, 0.5], rim < 24 ? 0.5 : 0);
  });
}
