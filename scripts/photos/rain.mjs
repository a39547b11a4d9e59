/** A street in rain. */
import {
  bloom,
  blurred,
  canvas,
  clamp,
  clouds,
  colourOf,
  develop,
  draw,
  gradient,
  hex,
  mixColour,
  randomFrom,
  shade,
  smooth,
} from './paint.mjs';
import { person, rect } from './people.mjs';

/** Tall narrow street: two rows of houses to one vanishing point, wet asphalt, umbrellas, a bus. */
export async function rain() {
  const [width, height, line] = [1200, 1700, 860];
  const picture = canvas(width, height);
  const random = randomFrom(52);
  const centre = 590;
  const sky = gradient([
    [0, '#18233a'],
    [0.6, '#33465f'],
    [1, '#6f7f8c'],
  ]);
  shade(picture, (x, y) =>
    sky(y / line).map((value) => value + (clouds(x * 0.004, y * 0.004, 5, 2) - 0.5) * 0.12),
  );
  const houses = [];
  for (let depth = 9; depth >= 1; depth -= 1) {
    for (const side of [-1, 1]) {
      const near = 1 / (depth * 0.3);
      const [inner, outer] = [centre + side * 215 * near, centre + side * (215 * near + 640 * near)];
      const top = line - (620 + random() * 260) * near * 0.62;
      const tone = mixColour(hex('#141a26'), hex('#65737f'), clamp((depth - 1) / 9));
      const fill = `rgb(${tone.map((value) => Math.round(value * 255)).join(',')})`;
      const [x, wide] = [Math.min(inner, outer), Math.abs(outer - inner)];
      houses.push(rect(x, top, wide, line + 40 * near - top, fill));
      const step = 64 * near * 0.62;
      for (let y = top + step * 0.5; y < line - step * 1.6; y += step * 1.3) {
        for (let w = x + step * 0.4; w < x + wide - step; w += step * 1.1) {
          if (random() < 0.34)
            houses.push(
              rect(
                w,
                y,
                step * 0.56,
                step * 0.8,
                random() < 0.75 ? '#e6b875' : '#a8c2cf',
                `opacity="${(0.35 + random() * 0.5).toFixed(2)}"`,
              ),
            );
        }
      }
      const sign = ['#ff4d4d', '#39c6c0', '#ffb030', '#ff6fae', '#7fd36a'][Math.floor(random() * 5)];
      houses.push(
        rect(
          inner - (side > 0 ? 46 * near * 0.62 : 0),
          line - 330 * near * 0.62,
          46 * near * 0.62,
          170 * near * 0.62,
          sign,
          'opacity=".92" rx="3"',
        ),
      );
      houses.push(rect(x, line - 92 * near * 0.62, wide, 86 * near * 0.62, '#ffcf87', 'opacity=".62"'));
    }
  }
  await draw(picture, houses.join(''), { blur: 1.3 });
  shade(
    picture,
    (x, y, old) =>
      mixColour(
        old,
        [0.62, 0.66, 0.68],
        0.62 * Math.exp(-(((x - centre) / 230) ** 2) - ((y - line + 110) / 300) ** 2),
      ),
    0,
    line + 30,
  );
  const lamps = [1, 1.7, 2.6, 4, 6].flatMap((depth) =>
    [-1, 1].map((side) => {
      const near = 1.15 / depth;
      const [x, y, tall] = [centre + side * 300 * near, line + 60 * near, 520 * near];
      return `<path d="M${x} ${y}V${y - tall}q0 -${30 * near} ${-side * 70 * near} -${34 * near}" stroke="#0f141d" stroke-width="${8 * near}" fill="none"/><ellipse cx="${x - side * 74 * near}" cy="${y - tall - 30 * near}" rx="${22 * near}" ry="${9 * near}" fill="#fff1c4"/>`;
    }),
  );
  await draw(picture, lamps.join(''), { blur: 1 });
  const bus = `<g transform="translate(690 ${line + 70})"><rect x="-105" y="-230" width="210" height="214" rx="16" fill="#1f4d5f"/><rect x="-88" y="-186" width="176" height="98" rx="6" fill="#f4d9a0"/><rect x="-70" y="-220" width="140" height="26" rx="3" fill="#15181d"/><path d="M-56 -207H56" stroke="#ffb12e" stroke-width="11" stroke-dasharray="14 6"/><path d="M-2 -186v98" stroke="#17323c" stroke-width="5"/><circle cx="-48" cy="-128" r="13" fill="#272a31"/><path d="M-68 -88q20 -34 40 0Z" fill="#272a31"/><circle cx="-78" cy="-50" r="15" fill="#fffbe6"/><circle cx="78" cy="-50" r="15" fill="#fffbe6"/><rect x="-96" y="-18" width="38" height="24" fill="#0c0f14"/><rect x="58" y="-18" width="38" height="24" fill="#0c0f14"/></g>`;
  await draw(picture, bus, { blur: 1 });
  const walkers = [
    [330, 1010, 0.62, '#a83232'],
    [410, 980, 0.5, '#d9a93a'],
    [900, 1040, 0.7, '#2c3f5f'],
  ];
  const shapes = walkers
    .map(
      ([x, y, size, colour]) =>
        `${person(x, y, size, random)}<g transform="translate(${x} ${y}) scale(${size})"><path d="M-120 -300Q-100 -410 0 -414Q100 -410 120 -300Q90 -322 60 -300Q30 -322 0 -300Q-30 -322 -60 -300Q-90 -322 -120 -300Z" fill="${colour}"/><path d="M0 -414V-200" stroke="#15171c" stroke-width="6"/></g>`,
    )
    .join('');
  await draw(picture, shapes, { blur: 0.9 });
  await bloom(picture, { above: 0.6, radius: 26, strength: 0.8 });
  await wetRoad(picture, line + 62);
  await draw(picture, `<g transform="translate(0 0)">${shapes}</g>`, { blur: 0.9 });
  const big = `<g transform="translate(330 1800) scale(1.9)">${person(0, 0, 1, random, true)}<path d="M-186 -330Q-160 -452 0 -464Q160 -452 186 -330Q140 -356 94 -332Q46 -356 0 -332Q-46 -356 -94 -332Q-140 -356 -186 -330Z" fill="url(#silk)"/><path d="M0 -464Q-46 -420 -94 -332M0 -464Q46 -420 94 -332M0 -464V-332M0 -464Q-120 -430 -186 -330M0 -464Q120 -430 186 -330" stroke="#6d1c1c" stroke-width="2" fill="none"/><path d="M0 -476V-230" stroke="#15171c" stroke-width="5"/><defs><linearGradient id="silk" x1="0" x2="1"><stop offset="0" stop-color="#8c231f"/><stop offset=".55" stop-color="#d8473a"/><stop offset="1" stop-color="#f08a5c"/></linearGradient></defs></g>`;
  await draw(picture, big, { blur: 1.1 });
  const streaks = Array.from({ length: 620 }, () => {
    const [x, y, long] = [random() * 1300, random() * height, 26 + random() * 70];
    return `<path d="M${x.toFixed(0)} ${y.toFixed(0)}l${(-long * 0.16).toFixed(1)} ${long.toFixed(0)}" stroke="#dfe9ef" stroke-width="${(0.8 + random() * 1.4).toFixed(1)}" opacity="${(0.12 + random() * 0.3).toFixed(2)}"/>`;
  });
  await draw(picture, streaks.join(''), { blur: 0.8, light: true, opacity: 0.8 });
  return develop(picture, { contrast: 0.16, corner: 0.34, seed: 18 });
}

/** Asphalt below `line` that mirrors the lights above as long soft streaks. */
async function wetRoad(picture, line) {
  const { width, height } = picture;
  const soft = await blurred(picture, 7);
  const tar = gradient([
    [0, '#2c343d'],
    [1, '#0f1319'],
  ]);
  return shade(
    picture,
    (x, y) => {
      const down = y - line;
      const rough = clouds(x * 0.02, (y * 30) / (down + 60), 4, 41) - 0.5;
      const lift = down * 0.9 + rough * (20 + down * 0.5);
      const aside = (clouds(x * 0.03, y * 0.02, 3, 43) - 0.5) * (8 + down * 0.05);
      const seen = [0, 0.33, 0.66].map((step) =>
        colourOf(soft, clamp(x + aside, 0, width - 1), Math.max(0, line - 2 - lift * (0.75 + step))),
      );
      const light = [0, 1, 2].map((channel) => (seen[0][channel] + seen[1][channel] + seen[2][channel]) / 3);
      const puddle = smooth(0.44, 0.6, clouds(x * 0.005, (y * 14) / (down + 120), 4, 47));
      return tar(down / (height - line)).map(
        (value, channel) => value * 0.8 + light[channel] * (0.46 + 0.4 * puddle) + rough * 0.03,
      );
    },
    line,
  );
}
