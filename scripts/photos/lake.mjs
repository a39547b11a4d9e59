/** Scenes on the water: the ferry at dawn, the intake tower in the evening, the bridge in mist. */
import {
  bloom,
  canvas,
  clamp,
  clouds,
  develop,
  draw,
  gradient,
  hex,
  mix,
  mixColour,
  noise,
  randomFrom,
  shade,
  smooth,
  water,
} from './paint.mjs';

/** Hills as one SVG path: a ridge from noise, filled to `base`. */
export function ridge({ width, base, height, scale, seed, rough = 0.25 }) {
  const points = [];
  for (let x = 0; x <= width; x += 4) {
    const rise = clouds((x / width) * scale, seed * 3.7, 6, seed);
    const fine = noise(x * 0.05, seed, seed + 3) * rough;
    points.push(`${x} ${(base - height * (rise + fine * 0.12)).toFixed(1)}`);
  }
  return `M0 ${base}L${points.join('L')}L${width} ${base}Z`;
}

export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;

/** Sky down to `horizon`: clouds thicker far away, lit on the side of the sun. */
export function sunrise(picture, { horizon, sunX, sunY, stops, cloudLight, seed, cover: amount = 0.5 }) {
  const sky = gradient(stops);
  const lit = hex(cloudLight);
  const bodyAt = (x, y) => {
    const share = y / horizon;
    const far = 1 / (0.2 + (1.04 - share) * 0.9);
    const bend = (clouds(x * 0.004 * far, y * 0.012 * far, 3, seed + 40) - 0.5) * 0.5;
    return clouds((x - sunX) * 0.0011 * far + bend, far * 3.4 + bend, 6, seed);
  };
  return shade(
    picture,
    (x, y) => {
      const share = y / horizon;
      const body = bodyAt(x, y);
      const cover = smooth(amount, amount + 0.24, body) * smooth(1, 0.86, share);
      const reach = Math.hypot((x - sunX) * 0.8, (y - sunY) * 1.35) / picture.width;
      const glow = Math.exp(-reach * 5.2);
      const slope = clamp((body - bodyAt(x + (sunX - x) * 0.03, y + (sunY - y) * 0.05)) * 5 + 0.42);
      const shadow = mixColour(sky(share), [0.34, 0.35, 0.45], 0.55);
      const bright = mixColour(sky(share), lit, clamp(0.5 + glow));
      const cloud = mixColour(sky(share), mixColour(shadow, bright, slope), cover * 0.86);
      const disc = Math.exp(-((reach * 46) ** 2));
      return cloud.map((value, at) => value + glow * [0.42, 0.24, 0.1][at] + disc * 0.7);
    },
    0,
    horizon + 2,
  );
}

/** A small double-ended electric ferry, its waterline at 0, 560 wide. */
function ferryShape(people) {
  const shades = `<defs><linearGradient id="hull"><stop offset="0" stop-color="#8a5a4a"/><stop offset=".12" stop-color="#2c2c3c"/><stop offset="1" stop-color="#141a28"/></linearGradient>
    <linearGradient id="side"><stop offset="0" stop-color="#8d7168"/><stop offset=".2" stop-color="#3d4254"/><stop offset="1" stop-color="#1f2737"/></linearGradient></defs>`;
  const hull = 'M-286 -34 L-262 -4 Q-250 4 -232 4 L236 4 Q258 3 268 -8 L296 -40 L286 -42 L-276 -36Z';
  const windows = Array.from({ length: 11 }, (_, at) => {
    const lit = at % 5 === 3 ? '#c8925a' : '#ffd89a';
    return `<rect x="${-186 + at * 33}" y="-84" width="24" height="26" rx="2" fill="${lit}"/>`;
  }).join('');
  const upper = Array.from(
    { length: 7 },
    (_, at) =>
      `<rect x="${-96 + at * 25}" y="-128" width="18" height="17" rx="2" fill="#f7c987" opacity=".85"/>`,
  ).join('');
  const rail = Array.from(
    { length: 30 },
    (_, at) => `M${-268 + at * 3.2} -40v-22M${176 + at * 3.6} -40v-22`,
  ).join('');
  return `<g>${shades}<path d="${hull}" fill="url(#hull)"/><path d="M-284 -34L296 -40L292 -33L-280 -27Z" fill="#d9dde3" opacity=".75"/>
    <rect x="-196" y="-96" width="376" height="62" fill="url(#side)"/>${windows}
    <rect x="-204" y="-102" width="394" height="8" fill="#39465c"/>
    <rect x="-104" y="-134" width="190" height="34" fill="#1d2534"/>${upper}
    <path d="M-112 -140H98L88 -133H-106Z" fill="#404e66"/>
    <path d="M92 -133v-36h66l10 36v32H92Z" fill="#1b2331"/><path d="M100 -160h52l7 22h-59Z" fill="#ffe2ae"/>
    <path d="M-34 -140L-26 -206L-18 -140M-31 -166h10M40 -140v-40" stroke="#141a26" stroke-width="3" fill="none"/>
    <rect x="-46" y="-196" width="40" height="5" rx="2" fill="#141a26"/>
    <path d="M-196 -58H180M-196 -90H180" stroke="#4d5b73" stroke-width="2"/><path d="M-250 -14H262" stroke="#46536b" stroke-width="3"/>
    <g fill="#e8eaec"><circle cx="-150" cy="-46" r="6.5"/><circle cx="-30" cy="-46" r="6.5"/><circle cx="90" cy="-46" r="6.5"/></g>
    <g fill="#1d2534"><circle cx="-150" cy="-46" r="3.2"/><circle cx="-30" cy="-46" r="3.2"/><circle cx="90" cy="-46" r="3.2"/></g>
    <path d="${rail}M-272 -62h98M176 -62h106" stroke="#1b2331" stroke-width="2" fill="none"/>${people}
    <circle cx="-26" cy="-208" r="3.4" fill="#fff3d6"/><circle cx="126" cy="-172" r="3.4" fill="#ff8e70"/></g>`;
}

function standing(random, places) {
  return places
    .map((x) => {
      const tall = 30 + random() * 8;
      return `<path d="M${x - 5} -40v-${tall - 14}q0 -7 5 -7q5 0 5 7v${tall - 14}Z" fill="#10151f"/>
        <circle cx="${x}" cy="${-40 - tall + 1}" r="4.4" fill="#10151f"/>`;
    })
    .join('');
}

export async function ferry() {
  const [width, height, horizon] = [2000, 1333, 700];
  const picture = canvas(width, height);
  const random = randomFrom(11);
  const [sunX, sunY] = [610, 610];
  sunrise(picture, {
    horizon,
    sunX,
    sunY,
    seed: 21,
    cloudLight: '#ffcf9a',
    stops: [
      [0, '#3d5580'],
      [0.35, '#7b8db0'],
      [0.62, '#cfb2ac'],
      [0.82, '#f0b98b'],
      [1, '#fbd7a0'],
    ],
  });
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 250, scale: 2.6, seed: 5 }), '#9d8c99'),
    { blur: 3, opacity: 0.7 },
  );
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 150, scale: 4.2, seed: 8 }), '#766f83'),
    { blur: 2, opacity: 0.85 },
  );
  await draw(picture, town(random, { width, base: horizon, from: 1180, to: 2000 }), {
    blur: 1,
    opacity: 0.8,
  });
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 58, scale: 15, seed: 13, rough: 1.1 }), '#4a4b5c'),
    { blur: 1 },
  );
  mist(picture, horizon, 90, [0.99, 0.86, 0.7], 0.5);
  const boat = `<g transform="translate(1190 816) scale(1.72)">${ferryShape(standing(random, [-256, -240, -212, 196, 214, 238, 262]))}</g>`;
  water(picture, { horizon, wave: 0.75, colour: hex('#2c3c55'), calm: 0.42 });
  await mirrored(picture, boat, 820);
  await draw(picture, boat, { blur: 0.7 });
  await draw(picture, wake(random), { blur: 2.4, opacity: 0.5, light: true });
  await draw(
    picture,
    gulls([
      [420, 300, 30],
      [520, 250, 22],
      [600, 330, 18],
      [860, 220, 15],
      [700, 270, 13],
    ]),
    { blur: 0.8 },
  );
  await bloom(picture, { above: 0.82, radius: 34, strength: 0.5 });
  return develop(picture, { contrast: 0.2, corner: 0.3, seed: 3 });
}

export function town(random, { width, base, from, to }) {
  const parts = [];
  for (let x = from; x < Math.min(to, width);) {
    const wide = 9 + random() * 22;
    const middle = 1 - Math.abs((x - from) / (to - from) - 0.6);
    const tall = 20 + random() * 120 * middle ** 2;
    parts.push(
      `<rect x="${x.toFixed(0)}" y="${(base - tall).toFixed(0)}" width="${wide.toFixed(0)}" height="${(tall + 3).toFixed(0)}" fill="#6b6678"/>`,
    );
    x += wide * (0.7 + random() * 0.8);
  }
  return parts.join('');
}

export function mist(picture, line, reach, colour, strength) {
  return shade(
    picture,
    (x, y, old) => {
      const body = 0.6 + 0.4 * clouds(x * 0.003, y * 0.012, 4, 51);
      return mixColour(old, colour, strength * body * Math.exp(-(((y - line) / reach) ** 2)));
    },
    line - reach * 3,
    line + reach * 3,
  );
}

/** The shape upside down in the water, broken by ripples. */
export async function mirrored(picture, shape, line) {
  const { width, height } = picture;
  const layer = canvas(width, height);
  const cover = canvas(width, height);
  const turned = `<g transform="translate(0 ${line * 2}) scale(1 -1)">${shape}</g>`;
  await draw(layer, turned, { blur: 1.5 });
  await draw(cover, turned, { blur: 1.5, flat: [1, 1, 1] });
  return shade(
    picture,
    (x, y, old) => {
      const down = y - line;
      const swing = (clouds(x * 0.012, y * 0.1, 3, 77) - 0.5) * (12 + down * 0.5);
      const drop = (clouds(x * 0.01, y * 0.16, 2, 78) - 0.5) * (6 + down * 0.4);
      const at =
        (clamp(Math.round(y + drop), line, height - 1) * width + clamp(Math.round(x + swing), 0, width - 1)) *
        3;
      const there = cover.data[at];
      const share =
        there * mix(0.86, 0.25, clamp(down / 300)) * (0.62 + 0.38 * clouds(x * 0.006, y * 0.14, 3, 79));
      const seen = [layer.data[at], layer.data[at + 1], layer.data[at + 2]];
      return mixColour(
        old,
        seen.map((value) => value * 0.9 + 0.03),
        share,
      );
    },
    line,
  );
}

function wake(random) {
  return Array.from({ length: 34 }, (_, at) => {
    const back = at * 24 * (0.7 + random() * 0.5);
    const y = 822 + random() * (5 + back * 0.15);
    return `<ellipse cx="${(740 - back).toFixed(0)}" cy="${y.toFixed(0)}" rx="${(14 + random() * 40).toFixed(0)}" ry="${(1 + random() * 2).toFixed(1)}" fill="#e9d6c4"/>`;
  })
    .concat(['<path d="M1640 820Q1730 812 1790 826Q1720 828 1630 828Z" fill="#fff1dc"/>'])
    .join('');
}

export function gulls(places) {
  return places
    .map(
      ([x, y, size]) =>
        `<path d="M${x - size} ${y - size * 0.3}Q${x - size * 0.4} ${y - size * 0.5} ${x} ${y}Q${x + size * 0.5} ${y - size * 0.6} ${x + size} ${y - size * 0.45}Q${x + size * 0.45} ${y - size * 0.36} ${x} ${y + size * 0.14}Q${x - size * 0.45} ${y - size * 0.3} ${x - size} ${y - size * 0.3}Z" fill="#2a3145" opacity=".85"/>`,
    )
    .join('');
}
