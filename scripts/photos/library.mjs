/** Library windows at night. */
import {
  bloom,
  canvas,
  clouds,
  develop,
  draw,
  gradient,
  hex,
  noise,
  randomFrom,
  shade,
  water,
} from './paint.mjs';
import { rect } from './people.mjs';

/** A reader at a table with a lamp, feet at 0, about 90 tall. */
function reader(x, y, size, random) {
  const coat = ['#2a2c36', '#3b2f33', '#243040', '#40362b'][Math.floor(random() * 4)];
  return `<g transform="translate(${x} ${y}) scale(${size})"><circle cx="0" cy="-82" r="9" fill="#1c1a1d"/><path d="M-15 -30Q-17 -70 0 -72Q17 -70 15 -30Z" fill="${coat}"/>
    <path d="M-46 -34H46V-28H-46ZM-40 -28h5V0h-5ZM35 -28h5V0h-5Z" fill="#5a4330"/><path d="M-4 -40L14 -46L30 -40L14 -36Z" fill="#f3ead6"/>
    <path d="M38 -34V-66L26 -74" stroke="#3a3430" stroke-width="3" fill="none"/><path d="M16 -72L30 -82L38 -68Z" fill="#ffedb8"/></g>`;
}

function shelves(x, y, wide, tall, random) {
  const spines = [
    '#7d3b2c',
    '#a8703a',
    '#44584c',
    '#5b4766',
    '#b99a62',
    '#37536b',
    '#8d8172',
    '#c2b493',
    '#6d2f35',
  ];
  const parts = [rect(x, y, wide, tall, '#8a5f37')];
  const rows = 5;
  for (let row = 0; row < rows; row += 1) {
    const foot = y + ((row + 1) * tall) / rows - 3;
    for (let left = x + 3; left < x + wide - 8;) {
      const thick = 3 + random() * 5;
      if (random() < 0.93) {
        const high = (tall / rows) * (0.55 + random() * 0.3);
        parts.push(rect(left, foot - high, thick, high, spines[Math.floor(random() * spines.length)]));
      }
      left += thick + 0.6;
    }
    parts.push(rect(x, foot, wide, 3, '#5e3f22'));
  }
  return parts.join('');
}

/** One bay of the façade seen through its glass. */
function bay(x, y, wide, tall, random, lit) {
  if (!lit)
    return rect(x, y, wide, tall, '#131a2b') + rect(x, y, wide, tall * 0.4, '#1f2a44', 'opacity=".5"');
  const parts = [
    rect(x, y, wide, tall, '#e9b569'),
    rect(x, y, wide, tall * 0.3, '#f6cf8c'),
    rect(x, y + tall * 0.86, wide, tall * 0.14, '#9b6b3c'),
  ];
  const kind = random();
  if (kind < 0.62) parts.push(shelves(x + wide * 0.08, y + tall * 0.2, wide * 0.84, tall * 0.68, random));
  parts.push(
    [0.25, 0.75]
      .map((at) => `<ellipse cx="${x + wide * at}" cy="${y + 16}" rx="24" ry="5" fill="#fff6dd"/>`)
      .join(''),
  );
  if (kind > 0.45) parts.push(reader(x + wide * 0.32, y + tall, 1.05, random));
  if (kind > 0.72) parts.push(reader(x + wide * 0.72, y + tall, 0.98, random));
  if (kind > 0.3 && kind < 0.42) {
    parts.push(
      `<g transform="translate(${x + wide * 0.6} ${y + tall})"><circle cx="0" cy="-118" r="10" fill="#191a20"/><path d="M-15 0L-17 -98Q0 -112 17 -98L14 0Z" fill="#252c3a"/></g>`,
    );
  }
  return parts.join('');
}

function tree(x, y, tall, seed) {
  const random = randomFrom(seed);
  const twigs = [];
  const grow = (left, top, angle, length, thick) => {
    if (length < 9) return;
    const [right, high] = [left + Math.cos(angle) * length, top - Math.sin(angle) * length];
    twigs.push(
      `<path d="M${left.toFixed(1)} ${top.toFixed(1)}L${right.toFixed(1)} ${high.toFixed(1)}" stroke-width="${thick.toFixed(1)}"/>`,
    );
    const arms = thick > 3 ? 3 : 2;
    for (let arm = 0; arm < arms; arm += 1) {
      grow(
        right,
        high,
        angle + (arm - (arms - 1) / 2) * (0.5 + random() * 0.35) + (random() - 0.5) * 0.3,
        length * (0.66 + random() * 0.17),
        thick * 0.66,
      );
    }
  };
  grow(x, y, Math.PI / 2, tall * 0.27, tall * 0.035);
  return `<g stroke="#0b0f19" stroke-linecap="round" fill="none">${twigs.join('')}</g>`;
}

export async function library() {
  const [width, height, ground] = [2000, 1333, 1000];
  const picture = canvas(width, height);
  const random = randomFrom(73);
  const sky = gradient([
    [0, '#0e1a3a'],
    [0.6, '#233a68'],
    [1, '#51648c'],
  ]);
  shade(
    picture,
    (x, y) => sky(y / ground).map((value) => value + (clouds(x * 0.002, y * 0.005, 5, 3) - 0.5) * 0.07),
    0,
    ground + 2,
  );
  const [left, wide, tall, columns] = [196, 218, 208, 8];
  const parts = [
    rect(130, 196, 1870, ground - 196, '#2b3040'),
    rect(96, 168, 1904, 34, '#3b4152'),
    rect(130, 202, 1870, 8, '#161a26'),
  ];
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const lit = row === 2 ? column !== 0 : noise(column * 1.7, row * 2.3, 12) > 0.27;
      parts.push(bay(left + column * (wide + 16), 236 + row * (tall + 44), wide, tall, random, lit));
      parts.push(
        [0.33, 0.66]
          .map((at) =>
            rect(left + column * (wide + 16) + wide * at, 236 + row * (tall + 44), 5, tall, '#2a2723'),
          )
          .join(''),
      );
    }
    parts.push(rect(130, 236 + row * (tall + 44) + tall + 6, 1870, 30, '#383e4e'));
  }
  await draw(picture, parts.join(''), { blur: 0.8 });
  await draw(picture, rect(0, ground - 8, width, 400, '#1b202c'));
  const glass = gradient([
    [0, '#202838'],
    [1, '#10141f'],
  ]);
  shade(picture, (x, y) => glass((y - ground) / (height - ground)), ground, height);
  water(picture, { horizon: ground, wave: 0.5, colour: hex('#1a2030'), calm: 0.34, seed: 31, near: 0.7 });
  const stones =
    Array.from({ length: 9 }, (_, at) => `M0 ${ground + 3 * 1.72 ** (at + 1)}H2000`).join('') +
    Array.from({ length: 25 }, (_, at) => `M1000 ${ground - 260}L${(at - 12) * 330 + 1000} ${height}`).join(
      '',
    );
  await draw(
    picture,
    `<clipPath id="floor"><rect x="0" y="${ground}" width="2000" height="400"/></clipPath><g clip-path="url(#floor)"><path d="${stones}" stroke="#0a0d15" stroke-width="3" fill="none" opacity=".5"/></g>`,
    { blur: 1 },
  );
  await draw(picture, tree(250, ground + 60, 720, 5) + tree(1790, ground + 40, 620, 9), { blur: 1 });
  const walker = (x, y, size) =>
    `<g transform="translate(${x} ${y}) scale(${size})"><circle cx="0" cy="-150" r="13" fill="#0d111b"/><path d="M-22 -70Q-24 -132 0 -136Q24 -132 22 -66L16 -60L24 0H10L2 -54L-12 0H-26L-14 -60Z" fill="#0d111b"/><path d="M20 -118l16 44v30h-22Z" fill="#131826"/></g>`;
  const cycle =
    '<g transform="translate(1240 1130)" stroke="#0d111b" fill="none"><circle cx="-62" cy="-34" r="34" stroke-width="5"/><circle cx="58" cy="-34" r="34" stroke-width="5"/><path d="M-62 -34L-28 -86H36L58 -34L8 -36L-28 -86L-34 -98M36 -86L32 -108H48M8 -36L36 -86M-44 -100H-22" stroke-width="6"/></g>';
  await draw(picture, walker(760, 1130, 1.02) + walker(1010, 1066, 0.66) + walker(1052, 1064, 0.6) + cycle, {
    blur: 1,
  });
  await bloom(picture, { above: 0.62, radius: 30, strength: 0.55 });
  return develop(picture, { contrast: 0.14, corner: 0.36, seed: 12 });
}
