/** Scenes at the water's edge: the intake tower in the evening, the bridge in mist. */
import { bloom, canvas, clouds, develop, draw, gradient, hex, shade, water } from './paint.mjs';
import { mirrored, mist, path, ridge, round, sunrise } from './shore.mjs';

/** Round intake tower, its foot at 0, with a footbridge to the right bank. */
function intakeTower() {
  const windows = [-150, -260, -370]
    .map(
      (y) =>
        `<rect x="-46" y="${y}" width="20" height="52" rx="10" fill="#ffd38a"/><rect x="22" y="${y}" width="20" height="52" rx="10" fill="#f3b764"/>`,
    )
    .join('');
  const piers = [190, 380, 570, 760]
    .map((x) => `<path d="M${x - 12} -96h24v110h-24Z" fill="#2a3242"/>`)
    .join('');
  const posts = Array.from({ length: 44 }, (_, at) => `M${100 + at * 20} -140v-34`).join('');
  const lamps = [180, 380, 580, 780]
    .map(
      (x) =>
        `<path d="M${x} -138v-78" stroke="#252c3b" stroke-width="5"/><circle cx="${x}" cy="-220" r="8" fill="#fff0c8"/>`,
    )
    .join('');
  return `<defs><linearGradient id="stone"><stop offset="0" stop-color="#8d8f9e"/><stop offset=".35" stop-color="#6b6f82"/>
    <stop offset="1" stop-color="#2c3344"/></linearGradient></defs>
    <path d="M-92 12L-80 -430H80L92 12Z" fill="url(#stone)"/><path d="M-86 -210H86M-90 -110H90M-84 -320H84" stroke="#3a4155" stroke-width="3" opacity=".6"/>
    <rect x="-104" y="-462" width="208" height="34" fill="#394154"/><path d="M-96 -462v-34H96v34" fill="none" stroke="#394154" stroke-width="5"/>
    <path d="M-70 -462v-72H70v72Z" fill="url(#stone)"/><rect x="-52" y="-520" width="104" height="40" fill="#ffdc9c"/>
    <path d="M-52 -520h4v40h-4ZM-18 -520h4v40h-4ZM16 -520h4v40h-4ZM48 -520h4v40h-4Z" fill="#4a4f60"/>
    <path d="M-92 -534H92L0 -604Z" fill="#2d3446"/><path d="M0 -604v-54" stroke="#2d3446" stroke-width="5"/>
    ${windows}<path d="M70 -140H1000v44H84Z" fill="#333b4d"/>${piers}<path d="${posts}M90 -172H1000" stroke="#2a3242" stroke-width="4" fill="none"/>${lamps}
    <g fill="#3b4356"><rect x="-70" y="-60" width="140" height="8"/></g>`;
}

export async function intake() {
  const [width, height, horizon] = [2000, 1333, 760];
  const picture = canvas(width, height);
  sunrise(picture, {
    horizon,
    sunX: 1650,
    sunY: 830,
    seed: 65,
    cloudLight: '#f0a7a0',
    cover: 0.46,
    stops: [
      [0, '#1d2f57'],
      [0.4, '#3f5c8b'],
      [0.72, '#8c93b1'],
      [0.9, '#dba899'],
      [1, '#f3c190'],
    ],
  });
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 330, scale: 2.1, seed: 31 }), '#66718f'),
    { blur: 3, opacity: 0.8 },
  );
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 200, scale: 3.4, seed: 36 }), '#434f6b'),
    { blur: 2 },
  );
  mist(picture, horizon - 16, 70, [0.72, 0.66, 0.72], 0.55);
  const bank = `M1500 ${horizon + 40}Q1640 ${horizon - 30} 1760 ${horizon - 70}T2000 ${horizon - 150}V${horizon + 60}Q1700 ${horizon + 60} 1500 ${horizon + 40}Z`;
  await draw(picture, path(bank, '#1f2733'), { blur: 1.5 });
  await draw(picture, path(ridge({ width, base: horizon + 2, height: 50, scale: 14, seed: 41 }), '#2c3649'), {
    blur: 1,
  });
  const tower = `<g transform="translate(760 856) scale(1.06)">${intakeTower()}</g>`;
  water(picture, { horizon, wave: 0.55, colour: hex('#16233d'), calm: 0.4, seed: 17 });
  await mirrored(picture, tower, 862);
  await draw(picture, tower, { blur: 0.8 });
  await bloom(picture, { above: 0.78, radius: 26, strength: 0.9 });
  return develop(picture, { contrast: 0.16, corner: 0.34, seed: 5 });
}

/** Cable-stayed bridge: pylon at x, deck at line y, `size` of the pylon's height. */
function stays(x, y, size, reach) {
  const cables = Array.from({ length: 15 }, (_, at) => {
    const top = y - size * (0.96 - at * 0.026);
    const far = reach * (1 - at / 15.5);
    return `M${round(x)} ${round(top)}L${round(x - far)} ${y}M${round(x)} ${round(top)}L${round(x + far)} ${y}`;
  }).join('');
  const [wide, foot] = [size * 0.042, size * 0.075];
  return `<path d="${cables}" stroke="#39414c" stroke-width="${round(Math.max(1.4, size * 0.0042))}" fill="none" opacity=".85"/>
    <path d="M${x - foot} ${y + size * 0.34}L${x - wide * 0.6} ${y - size}H${x + wide * 0.6}L${x + foot} ${y + size * 0.34}H${x + foot * 0.45}L${x + wide * 0.2} ${y - size * 0.5}H${x - wide * 0.2}L${x - foot * 0.45} ${y + size * 0.34}Z" fill="#2e3640"/>`;
}

export async function bridge() {
  const [width, height, horizon] = [1800, 1200, 800];
  const picture = canvas(width, height);
  const sky = gradient([
    [0, '#93979b'],
    [0.5, '#c5c8ca'],
    [0.8, '#e4e4e2'],
    [1, '#d7d8d8'],
  ]);
  shade(picture, (x, y) => {
    const soft = (clouds(x * 0.0016, y * 0.004, 5, 90) - 0.5) * 0.16;
    return sky(y / horizon).map((value) => value + soft * (1 - y / height));
  });
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 420, scale: 2.3, seed: 61 }), '#a3a8ac'),
    { blur: 4, opacity: 0.8 },
  );
  mist(picture, 640, 120, [0.9, 0.9, 0.895], 0.85);
  await draw(
    picture,
    path(ridge({ width, base: horizon + 2, height: 190, scale: 3.9, seed: 66 }), '#8b9196'),
    { blur: 3, opacity: 0.85 },
  );
  mist(picture, horizon - 10, 70, [0.9, 0.9, 0.89], 0.8);
  const deck = 690;
  const road = `<path d="M0 ${deck - 4}H1800V${deck + 16}H0Z" fill="#353d47"/><path d="M0 ${deck - 16}H1800" stroke="#4d555e" stroke-width="3"/>`;
  await draw(picture, stays(1430, deck, 360, 400), { blur: 2, opacity: 0.62 });
  mist(picture, 560, 150, [0.88, 0.88, 0.88], 0.42);
  await draw(picture, road, { blur: 1.2, opacity: 0.88 });
  await draw(picture, stays(560, deck, 560, 560), { blur: 0.8, opacity: 0.95 });
  const cars = [120, 310, 372, 690, 860, 1130, 1240, 1610].map(
    (x, at) =>
      `<rect x="${x}" y="${deck - (at % 3 ? 20 : 34)}" width="${at % 3 ? 40 : 78}" height="${at % 3 ? 18 : 32}" rx="6" fill="#2b323b"/>`,
  );
  await draw(picture, cars.join(''), { blur: 1.4, opacity: 0.8 });
  mist(picture, 300, 130, [0.83, 0.835, 0.84], 0.5);
  water(picture, { horizon, wave: 0.5, colour: hex('#767d83'), calm: 0.5, seed: 23 });
  mist(picture, horizon + 6, 44, [0.9, 0.9, 0.9], 0.75);
  const boat =
    '<g transform="translate(1080 1010)"><path d="M-130 -6Q0 24 140 -14Q120 14 60 16H-70Q-120 12 -130 -6Z" fill="#20262d"/><path d="M20 -2v-56q0 -9 8 -9t8 9v58ZM28 -70m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M8 -74L28 -90L50 -74Z" fill="#1b2026"/><path d="M44 -96L-30 26" stroke="#1b2026" stroke-width="3"/></g>';
  await mirrored(picture, boat, 1024);
  await draw(picture, boat, { blur: 0.9 });
  return develop(picture, { contrast: 0.34, corner: 0.26, grain: 0, seed: 8 });
}
