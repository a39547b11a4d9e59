/** What scenes by the water share: hills, sky, a far town, mist, reflections, gulls. */
import {
  canvas,
  clamp,
  clouds,
  draw,
  gradient,
  hex,
  mix,
  mixColour,
  noise,
  shade,
  smooth,
} from './paint.mjs';

/** To a tenth, for SVG. */
export const round = (value) => Number(value.toFixed(1));

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

export function gulls(places) {
  return places
    .map(
      ([x, y, size]) =>
        `<path d="M${x - size} ${y - size * 0.3}Q${x - size * 0.4} ${y - size * 0.5} ${x} ${y}Q${x + size * 0.5} ${y - size * 0.6} ${x + size} ${y - size * 0.45}Q${x + size * 0.45} ${y - size * 0.36} ${x} ${y + size * 0.14}Q${x - size * 0.45} ${y - size * 0.3} ${x - size} ${y - size * 0.3}Z" fill="#2a3145" opacity=".85"/>`,
    )
    .join('');
}
