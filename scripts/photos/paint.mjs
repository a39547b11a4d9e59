/**
 * A small darkroom: pictures as floating-point RGB (0 to 1, as shown), painted point by point or from SVG layers.
 * No chance: noise is a hash of place and seed, so a scene gives the same picture every time.
 */
import sharp from 'sharp';

export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));
export const mix = (from, to, share) => from + (to - from) * share;
export const smooth = (low, high, value) => {
  const share = clamp((value - low) / (high - low));
  return share * share * (3 - 2 * share);
};
export const mixColour = (from, to, share) => from.map((channel, at) => mix(channel, to[at], share));
export const hex = (code) => [1, 3, 5].map((at) => Number.parseInt(code.slice(at, at + 2), 16) / 255);

/** Colour at a share of the way through stops `[place, '#rrggbb']`. */
export function gradient(stops) {
  const known = stops.map(([place, code]) => [place, hex(code)]);
  return (share) => {
    const next = known.findIndex(([place]) => place >= share);
    if (next === 0) return known[0][1];
    if (next < 0) return known.at(-1)[1];
    const [low, from] = known[next - 1];
    const [high, to] = known[next];
    return mixColour(from, to, (share - low) / (high - low));
  };
}

/** mulberry32. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}

function hashAt(x, y, seed) {
  let word = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed + 1, 0x9e3779b1);
  word = Math.imul(word ^ (word >>> 15), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return ((word ^ (word >>> 16)) >>> 0) / 4294967296;
}

/** Value noise, 0 to 1. */
export function noise(x, y, seed = 0) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const u = x - left;
  const v = y - top;
  const across = u * u * (3 - 2 * u);
  const down = v * v * (3 - 2 * v);
  const upper = mix(hashAt(left, top, seed), hashAt(left + 1, top, seed), across);
  const lower = mix(hashAt(left, top + 1, seed), hashAt(left + 1, top + 1, seed), across);
  return mix(upper, lower, down);
}

/** Noise of several octaves, 0 to 1. */
export function clouds(x, y, octaves = 5, seed = 0) {
  let sum = 0;
  let weight = 0.5;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * noise(x * scale, y * scale, seed + octave);
    weight /= 2;
    scale *= 2.03;
  }
  return sum / (1 - weight * 2);
}

export function canvas(width, height, colour = [0, 0, 0]) {
  const picture = { width, height, data: new Float32Array(width * height * 3) };
  return shade(picture, () => colour);
}

/** Every point anew: `colourAt(x, y, old)` with places in pixels. */
export function shade(picture, colourAt, from = 0, to = picture.height) {
  const { width, data } = picture;
  for (let y = Math.max(0, Math.floor(from)); y < Math.min(picture.height, Math.ceil(to)); y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const colour = colourAt(x, y, [data[at], data[at + 1], data[at + 2]]);
      data[at] = colour[0];
      data[at + 1] = colour[1];
      data[at + 2] = colour[2];
    }
  }
  return picture;
}

export function colourOf({ width, height, data }, x, y) {
  const column = clamp(Math.round(x), 0, width - 1);
  const line = clamp(Math.round(y), 0, height - 1);
  const at = (line * width + column) * 3;
  return [data[at], data[at + 1], data[at + 2]];
}

/** Drawn shapes over the picture: `body` is SVG in pixels of the picture. `light` adds instead of covering; `flat` is one colour for all. */
export async function draw(picture, body, { blur = 0, opacity = 1, light = false, flat } = {}) {
  const { width, height, data } = picture;
  const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  let image = sharp(Buffer.from(source)).ensureAlpha();
  if (blur > 0.3) image = image.blur(blur);
  const layer = await image.raw().toBuffer();
  for (let point = 0; point < width * height; point += 1) {
    const alpha = (layer[point * 4 + 3] / 255) * opacity;
    if (alpha === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const at = point * 3 + channel;
      const value = flat ? flat[channel] : layer[point * 4 + channel] / 255;
      data[at] = light ? data[at] + value * alpha * (1 - 0.6 * clamp(data[at])) : mix(data[at], value, alpha);
    }
  }
  return picture;
}

/** A blurred copy, by way of eight bits. */
export async function blurred(picture, radius, only = (value) => value) {
  const { width, height, data } = picture;
  const bytes = Buffer.from(Uint8ClampedArray.from(data, (value) => only(value) * 255));
  const soft = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .blur(radius)
    .raw()
    .toBuffer();
  return { width, height, data: Float32Array.from(soft, (value) => value / 255) };
}

/** Light that spreads around what is bright. */
export async function bloom(picture, { above = 0.75, radius = 20, strength = 0.6 } = {}) {
  const glow = await blurred(picture, radius, (value) => clamp((value - above) / (1 - above)));
  picture.data.forEach((value, at) => {
    picture.data[at] = value + glow.data[at] * strength * (1 - 0.7 * clamp(value));
  });
  return picture;
}

/** Focus: sharp where `sharpness(x, y)` is 1, blurred where it is 0. */
export async function focus(picture, radius, sharpness) {
  const soft = await blurred(picture, radius);
  return shade(picture, (x, y, old) => mixColour(colourOf(soft, x, y), old, sharpness(x, y)));
}

/**
 * Water below `horizon`, mirroring what stands above it. `wave` is the height of the ripples, `colour` that of the
 * water itself, `calm` how much is mirrored near the viewer.
 */
export function water(picture, { horizon, wave = 1, colour, calm = 0.45, seed = 7, near = 1 }) {
  const above = { ...picture, data: picture.data.slice() };
  const { width, height } = picture;
  const deep = height - horizon;
  return shade(
    picture,
    (x, y) => {
      const down = y - horizon + 0.5;
      const far = deep / down;
      const across = ((x - width / 2) / width) * far * 26 * near;
      const along = far * 34 * near;
      const fade = clamp(1.5 / (far * 0.35)) * wave;
      const swell = clouds(across * 0.55, along, 4, seed) - 0.5;
      const ripple = clouds(across * 2.2, along * 3.1, 3, seed + 9) - 0.5;
      const lift = (swell * 1.5 + ripple * 0.8) * fade * (30 + down * 0.42);
      const aside = (ripple + swell * 0.4) * fade * 46;
      const seen = colourOf(above, x + aside, Math.max(0, horizon - 1 - Math.abs(down * 0.93 + lift)));
      const share = mix(0.93, calm, smooth(0, 1, down / deep)) + (swell + ripple) * 0.5 * Math.min(1, fade);
      return mixColour(colour, seen, clamp(share));
    },
    horizon,
  );
}

/** Tone, light fall-off to the corners, and the grain of film. */
export function develop(picture, { contrast = 0.12, corner = 0.22, grain = 0.018, seed = 1, warm = 0 } = {}) {
  const { width, height } = picture;
  return shade(picture, (x, y, old) => {
    const off = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2;
    const speck = (noise(x * 0.7, y * 0.7, seed) + hashAt(x, y, seed) - 1) * grain;
    return old.map((value, channel) => {
      const lit = clamp(value * (1 - corner * off) + (channel === 0 ? warm : channel === 2 ? -warm : 0));
      return mix(lit, lit * lit * (3 - 2 * lit), contrast * 2) + speck;
    });
  });
}

export function imageOf({ width, height, data }) {
  const bytes = Buffer.from(Uint8ClampedArray.from(data, (value) => value * 255));
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}
