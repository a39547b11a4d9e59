/** Shapes that several scenes of the town share. */

export const rect = (x, y, wide, tall, fill, more = '') =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${wide.toFixed(1)}" height="${tall.toFixed(1)}" fill="${fill}" ${more}/>`;

/** Someone seen from behind, feet at 0, about 315 tall. */
export function person(x, y, size, random, bag = false) {
  const coat = ['#1b1a24', '#2a222a', '#222c38', '#352420', '#2b3a3a'][Math.floor(random() * 5)];
  const lean = (random() - 0.5) * 8;
  const long = random() < 0.45;
  const hair = long
    ? `<path d="M${lean - 18} -300Q${lean - 22} -256 ${lean - 14} -244H${lean + 14}Q${lean + 22} -256 ${lean + 18} -300Z" fill="#0f0d10"/>`
    : '';
  const hem = long ? -110 : -140;
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-34 ${hem - 6}L-30 0H-6L0 -100L8 0H32L35 ${hem - 6}Z" fill="#131218"/>
    <path d="M-9 -276V-262Q-44 -256 -50 -226L-60 -142L-46 -136L-38 -190L-40 ${hem}H41L38 -190L48 -138L61 -144L50 -226Q44 -256 9 -262V-276Z" fill="${coat}"/>
    <ellipse cx="${lean}" cy="-294" rx="17" ry="22" fill="#131014"/>${hair}<path d="M-49 -226Q-42 -254 -10 -260" stroke="#ffc98a" stroke-opacity=".35" stroke-width="4" fill="none"/>
    ${bag ? '<path d="M36 -150h50l4 66H32Z" fill="#3a2a20"/><path d="M44 -150q17 -34 34 0" stroke="#3a2a20" stroke-width="5" fill="none"/>' : ''}</g>`;
}
