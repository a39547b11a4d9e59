/** Scenes on land: flooded paddies, tea hills, fruit in the wholesale market. */
import {
  bloom,
  canvas,
  clamp,
  clouds,
  develop,
  draw,
  focus,
  gradient,
  hex,
  mix,
  mixColour,
  noise,
  randomFrom,
  shade,
  smooth,
} from './paint.mjs';
import { mist, path, ridge } from './shore.mjs';

/** Flooded terraces before planting: contour lines of a slope, each step a mirror of the sky. */
export async function paddy() {
  const [width, height, line] = [1800, 1200, 400];
  const picture = canvas(width, height);
  const sky = gradient([
    [0, '#7f9cc4'],
    [0.5, '#c3c7d3'],
    [0.8, '#f3d3b0'],
    [1, '#fbe1b8'],
  ]);
  shade(
    picture,
    (x, y) => {
      const body = smooth(0.46, 0.72, clouds(x * 0.0022, y * 0.009, 6, 121));
      return mixColour(sky(y / line), [1, 0.94, 0.86], body * 0.7);
    },
    0,
    line + 4,
  );
  await draw(
    picture,
    path(ridge({ width, base: line + 60, height: 330, scale: 2.2, seed: 101 }), '#8f9db3'),
    { blur: 3, opacity: 0.85 },
  );
  await draw(
    picture,
    path(ridge({ width, base: line + 80, height: 250, scale: 3.1, seed: 106 }), '#6d8090'),
    { blur: 2 },
  );
  mist(picture, line - 10, 60, [0.98, 0.9, 0.8], 0.7);
  const soil = [hex('#2c3a25'), hex('#5d7a35')];
  shade(picture, (x, y) => terraceAt(x, y, { width, height, line, sky, soil }), line);
  mist(picture, line + 6, 46, [0.99, 0.91, 0.8], 0.75);
  await draw(picture, trees(line), { blur: 1.4 });
  await draw(picture, farmer(), { blur: 0.9 });
  await bloom(picture, { above: 0.86, radius: 22, strength: 0.35 });
  return develop(picture, { contrast: 0.2, corner: 0.26, seed: 21 });
}

function terraceAt(x, y, { width, height, line, sky, soil }) {
  const down = (y - line) / (height - line);
  const far = 1 / (down + 0.12);
  const across = ((x - width * 0.42) / width) * far;
  const rise = clouds(across * 0.9 + 3, far * 0.8, 3, 131) * 3.4 + far * 1.5 + across * across * 0.06;
  const step = rise * 2.6;
  const place = step - Math.floor(step);
  const bank = 0.14 + 0.1 * noise(x * 0.02, y * 0.03, 5);
  const wander = (noise(across * 3, far * 3, 7) - 0.5) * 0.1;
  const glimpse = sky(clamp(0.95 - (place * 0.35 + down * 0.62) + wander));
  const plane = glimpse.map((value) => value * (0.8 + 0.2 * noise(Math.floor(step) * 3.1, 2, 4)));
  const seedlings =
    noise(Math.floor(step) * 1.37, 9, 11) > 0.62 ? smooth(0.5, 0.7, noise(x * 0.35, y * 0.5, 3)) * 0.5 : 0;
  const surface = mixColour(plane, [0.42, 0.55, 0.24], seedlings * (0.4 + 0.6 * down));
  if (place < bank) {
    const grass = mixColour(
      soil[0],
      soil[1],
      clamp(clouds(x * 0.08, y * 0.12, 3, 17) * 0.9 + 0.25 * (1 - place / bank)),
    );
    return mixColour(grass, [0.82, 0.78, 0.68], clamp(0.5 - down * 1.4));
  }
  const shadow = smooth(bank + 0.2, bank, place) * 0.5;
  return surface.map((value, at) => value * (1 - shadow) + shadow * soil[0][at]);
}

function trees(line) {
  const random = randomFrom(61);
  return (
    Array.from({ length: 16 }, () => {
      const x = random() < 0.6 ? 1180 + random() * 560 : random() * 420;
      const [y, size] = [line + 22 + random() * 30, 16 + random() * 26];
      const leaves = Array.from(
        { length: 9 },
        () =>
          `<circle cx="${(x + (random() - 0.5) * size * 1.5).toFixed(0)}" cy="${(y - size * (0.8 + random())).toFixed(0)}" r="${(size * (0.25 + random() * 0.3)).toFixed(0)}"/>`,
      ).join('');
      return `<g fill="#2f4034">${leaves}<path d="M${x - 2} ${y}v-${size}h4v${size}Z"/></g>`;
    }).join('') +
    `<path d="M1260 ${line + 36}v-34l-16 4 46 -30 46 30 -16 -4v34Z" fill="#4a4038"/><path d="M1340 ${line + 40}v-26l-12 4 36 -24 36 24 -12 -4v26Z" fill="#55493f"/>`
  );
}

/** A man with a hat and a buffalo on the bund. */
function farmer() {
  return `<g transform="translate(640 800) scale(1.15)" fill="#1d1c1e"><path d="M-40 -2Q-46 -58 0 -62Q70 -72 96 -52Q112 -70 128 -66Q146 -60 138 -40Q128 -30 112 -34L100 -8V22H88L84 -6Q40 4 8 -4L2 22H-10L-14 -8L-22 22H-34Z"/><path d="M112 -66Q128 -92 152 -82Q136 -80 124 -64Z"/>
    <path d="M-112 24L-108 -34Q-114 -66 -96 -70Q-78 -66 -84 -34L-80 24H-92L-96 -16L-100 24Z"/><circle cx="-96" cy="-78" r="8"/><path d="M-122 -80L-96 -98L-70 -80Z"/><path d="M-84 -50Q-60 -44 -30 -40" stroke="#1d1c1e" stroke-width="3" fill="none"/></g>`;
}

/** Tea hills after rain: rows that follow each slope, mist between them. */
export async function tea() {
  const [width, height] = [1800, 1200];
  const picture = canvas(width, height);
  const sky = gradient([
    [0, '#b7c6cf'],
    [1, '#f0ece0'],
  ]);
  shade(picture, (x, y) =>
    sky(y / 460).map((value) => value + (clouds(x * 0.002, y * 0.006, 5, 8) - 0.5) * 0.1),
  );
  const slopes = [
    [360, 160, 2.4, 201],
    [470, 190, 1.9, 207],
    [600, 240, 1.5, 213],
    [790, 320, 1.2, 219],
    [1050, 430, 0.9, 225],
  ];
  for (const [at, [base, rise, scale, seed]] of slopes.entries()) {
    const near = at / (slopes.length - 1);
    const topAt = (x) => base + 60 - rise * (clouds((x / width) * scale + 2, seed, 4, seed) * 1.5 - 0.3);
    const tops = Float32Array.from({ length: width }, (_, x) => topAt(x));
    const [dark, light] = [
      mixColour(hex('#8fa3a0'), hex('#16361d'), near),
      mixColour(hex('#b5c3b4'), hex('#84ab45'), near),
    ];
    shade(picture, (x, y, old) => {
      const below = y - tops[x];
      if (below < 0) return old;
      const lean = (tops[Math.min(width - 1, x + 6)] - tops[Math.max(0, x - 6)]) / 12;
      const bend = clouds(x * 0.002, y * 0.003, 3, seed + 2) * 3.2;
      const row =
        (below ** 0.86 * (0.2 - near * 0.135)) / (0.8 + near * 0.6) +
        bend * (0.8 + near) +
        x * 0.004 * (at % 2 ? 1 : -1);
      const crest = 0.5 + 0.5 * Math.sin(row * Math.PI * 2);
      const leaf = clouds(x * (0.09 - near * 0.03), y * (0.12 - near * 0.04), 4, seed + 5);
      const tone = clamp(crest ** 1.3 * 0.75 + (leaf - 0.5) * (0.5 + near) + 0.12 - lean * 0.35);
      const hazed = mixColour(
        mixColour(dark, light, tone),
        [0.93, 0.93, 0.89],
        (1 - near) * 0.34 + smooth(rise * 0.5, rise * 1.25, below) * 0.5 * (1 - near * 0.75),
      );
      return mixColour(old, hazed, smooth(0, 3, below));
    });
    if (at < 3) mist(picture, base + 46, 46, [0.95, 0.95, 0.92], 0.6);
  }
  await draw(picture, pickers(), { blur: 0.8 });
  return develop(picture, { contrast: 0.24, corner: 0.24, seed: 24 });
}

function pickers() {
  const places = [
    [520, 860, 0.8, '#b8463a'],
    [640, 900, 0.95, '#3d6f8c'],
    [1180, 960, 1.15, '#d9b13c'],
    [1330, 930, 1.05, '#a34c7a'],
    [860, 840, 0.7, '#e5e0d2'],
  ];
  return places
    .map(
      ([x, y, size, coat]) =>
        `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-22 10Q-26 -48 0 -54Q26 -48 22 10Z" fill="${coat}"/><path d="M-16 -30Q-34 -10 -40 6L-32 10L-12 -12Z" fill="${coat}"/><circle cx="0" cy="-62" r="10" fill="#5a3d2c"/><path d="M-34 -62Q0 -92 34 -62Q0 -56 -34 -62Z" fill="#d8bd84"/><path d="M-34 -62Q0 -56 34 -62" stroke="#8c7340" stroke-width="3" fill="none"/><path d="M10 -34h26l-4 34H14Z" fill="#a07b45"/></g>`,
    )
    .join('');
}

const KINDS = [
  { skin: ['#f28a1c', '#b84d08'], rough: 0.1, speck: 26 },
  { skin: ['#cf2f2a', '#7d1216'], rough: 0.22, speck: 4 },
  { skin: ['#d9c24a', '#8a7a1e'], rough: 0.12, speck: 9 },
  { skin: ['#84a83a', '#3d5c18'], rough: 0.16, speck: 7 },
];

/** One lit fruit into the picture: a sphere with its texture, gloss and the shadow of its neighbours. */
function fruitAt(picture, { x, y, size, kind, seed, dim }) {
  const [light, dark] = kind.skin.map(hex);
  shadeBox(picture, { x, y, size }, (u, v, old) => {
    const away = u * u + v * v;
    if (away > 1) return old;
    const w = Math.sqrt(1 - away);
    const shine = clamp(u * -0.42 + v * -0.62 + w * 0.66);
    const skin = clouds(u * kind.speck * 0.3 + seed, v * kind.speck * 0.3, 3, seed);
    const tone = clamp(shine * 1.15 + (skin - 0.5) * kind.rough * 2.4);
    const base = mixColour(
      dark.map((value) => value * 0.45),
      light,
      tone,
    );
    const streak = kind.speck === 4 ? smooth(0.5, 0.75, clouds(u * 1.1 + seed, v * 2.6, 3, seed)) * 0.5 : 0;
    const gloss = clamp(u * -0.36 + v * -0.7 + w * 0.6) ** 28 * 0.55;
    const lit = mixColour(base, [0.95, 0.74, 0.36], streak).map(
      (value) => value * dim * (0.62 + 0.38 * smooth(1, 0.55, away)) + gloss * dim,
    );
    return mixColour(old, lit, smooth(1, 0.96, away));
  });
}

function shadeBox(picture, { x, y, size }, colourAt) {
  const { width, height, data } = picture;
  for (let line = Math.max(0, Math.floor(y - size)); line < Math.min(height, y + size); line += 1) {
    for (let column = Math.max(0, Math.floor(x - size)); column < Math.min(width, x + size); column += 1) {
      const at = (line * width + column) * 3;
      const old = [data[at], data[at + 1], data[at + 2]];
      const colour = colourAt((column - x) / size, (line - y) / size, old);
      [data[at], data[at + 1], data[at + 2]] = colour;
    }
  }
}

export async function fruit() {
  const [width, height] = [2000, 1333];
  const picture = canvas(width, height);
  const random = randomFrom(83);
  const hall = gradient([
    [0, '#33383d'],
    [0.3, '#5d564c'],
    [1, '#2a211a'],
  ]);
  shade(picture, (x, y) => hall(y / height));
  const lights = Array.from(
    { length: 26 },
    () =>
      `<circle cx="${(random() * width).toFixed(0)}" cy="${(random() * 260).toFixed(0)}" r="${(20 + random() * 44).toFixed(0)}" fill="${['#ffe9c0', '#ffd08a', '#cfe0e6'][Math.floor(random() * 3)]}" opacity="${(0.15 + random() * 0.4).toFixed(2)}"/>`,
  );
  await draw(picture, lights.join(''), { blur: 5, light: true });
  for (let row = 0; row < 5; row += 1) await crateRow(picture, row, random);
  await bloom(picture, { above: 0.85, radius: 16, strength: 0.3 });
  const seen = await focus(picture, 7, (x, y) => smooth(330, 640, y) * (1 - smooth(1120, 1330, y) * 0.7));
  return develop(seen, { contrast: 0.2, corner: 0.3, seed: 27 });
}

async function crateRow(picture, row, random) {
  const near = 0.4 + row * 0.24;
  const top = 170 + row * 120 + row * row * 34;
  const [wide, deep] = [470 * near, 190 * near];
  const shift = ((row * 0.43) % 1) * wide - wide;
  for (let at = 0; shift + at * wide < picture.width; at += 1) {
    const left = shift + at * wide;
    const kind = KINDS[(at * 3 + row * 2 + (row === 3 ? 1 : 0)) % KINDS.length];
    await draw(
      picture,
      `<rect x="${left + 4}" y="${top - 10}" width="${wide - 8}" height="${deep + 10}" fill="#20160f"/>`,
      { blur: 1 },
    );
    for (let line = 0; line < 4; line += 1) {
      const count = 6;
      for (let place = 0; place < count; place += 1) {
        const size = (wide / count) * (0.53 + random() * 0.06);
        const x =
          left + (wide * (place + 0.5 + (line % 2 ? 0.22 : -0.1))) / count + (random() - 0.5) * size * 0.2;
        fruitAt(picture, {
          x: clamp(x, left + size * 0.8, left + wide - size * 0.8),
          y: top + line * deep * 0.2 - (line === 1 ? size * 0.22 : 0) + random() * 6,
          size,
          kind,
          seed: Math.floor(random() * 900),
          dim: 0.7 + 0.1 * line,
        });
      }
    }
    const board = mix(0.6, 1, near / 1.4);
    const wood = `rgb(${[178, 132, 82].map((value) => Math.round(value * board)).join(',')})`;
    const edge = `rgb(${[110, 76, 44].map((value) => Math.round(value * board)).join(',')})`;
    const label =
      at % 2
        ? ''
        : `<rect x="${left + wide * 0.36}" y="${top + deep * 0.8}" width="${wide * 0.28}" height="${deep * 0.32}" fill="#f4ead2"/><path d="M${left + wide * 0.4} ${top + deep * 0.9}h${wide * 0.2}M${left + wide * 0.4} ${top + deep}h${wide * 0.14}" stroke="#a8322a" stroke-width="${6 * near}"/>`;
    await draw(
      picture,
      `<rect x="${left}" y="${top + deep * 0.7}" width="${wide}" height="${deep * 0.26}" fill="${wood}"/><rect x="${left}" y="${top + deep}" width="${wide}" height="${deep * 0.26}" fill="${wood}"/><path d="M${left} ${top + deep * 0.96}h${wide}M${left} ${top + deep * 1.26}h${wide}" stroke="${edge}" stroke-width="${5 * near}"/><path d="M${left} ${top - deep * 0.02}V${top + deep * 1.3}" stroke="${edge}" stroke-width="${16 * near}"/>${label}`,
      { blur: 0.8 },
    );
  }
}
