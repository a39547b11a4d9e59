/** The paper's emblem: a sun over a bridge and three waves in a round seal, one colour, as SVG paths. */
const RED = '#c8161d';

const ring = (radius) =>
  `M${100 - radius} 100a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;

export function logo() {
  const wave = (y, inset) => {
    const steps = Array.from(
      { length: 4 },
      () => `q${(172 - inset * 2) / 16} -9 ${(172 - inset * 2) / 8} 0t${(172 - inset * 2) / 8} 0`,
    ).join('');
    return `M${14 + inset} ${y}${steps}`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200">
<path d="${ring(96)}${ring(88)}" fill="${RED}" fill-rule="evenodd"/>
<path d="M30 112Q100 34 170 112H152Q140 96 128 112H116Q100 84 84 112H72Q60 96 48 112Z" fill="${RED}"/>
<circle cx="100" cy="44" r="16" fill="${RED}"/>
<path d="${wave(130, 10)}${wave(148, 20)}${wave(166, 38)}" fill="none" stroke="${RED}" stroke-width="7" stroke-linecap="round"/>
</svg>
`;
}
