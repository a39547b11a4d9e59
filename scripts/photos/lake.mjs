/** A scene on the water: the ferry at dawn. */
import { bloom, canvas, develop, draw, hex, randomFrom, water } from './paint.mjs';
import { gulls, mist, mirrored, path, ridge, sunrise, town } from './shore.mjs';

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

function wake(random) {
  return Array.from({ length: 34 }, (_, at) => {
    const back = at * 24 * (0.7 + random() * 0.5);
    const y = 822 + random() * (5 + back * 0.15);
    return `<ellipse cx="${(740 - back).toFixed(0)}" cy="${y.toFixed(0)}" rx="${(14 + random() * 40).toFixed(0)}" ry="${(1 + random() * 2).toFixed(1)}" fill="#e9d6c4"/>`;
  })
    .concat(['<path d="M1640 820Q1730 812 1790 826Q1720 828 1630 828Z" fill="#fff1dc"/>'])
    .join('');
}
