/** Drawing of the advertisements with pdfkit: words in the faces of fonts/, hills, flowers. Colours are inks in percent. */
import { fontFile } from '../letters.mjs';

/** A line of words, its upper left corner at (x, y). */
export function words(pdf, text, { face, size, x, y, colour, tracking = 0 }) {
  pdf.font(fontFile(face), size).fillColor(colour);
  const black = String(colour) === '0,0,0,100';
  if (black) overprint(pdf, true);
  pdf.text(text, x, y, { lineBreak: false, characterSpacing: tracking });
  if (black) overprint(pdf, false);
}

/** Black letters print over what lies below them, as a press wants them. */
function overprint(pdf, on) {
  const name = on ? 'GsK' : 'GsN';
  const states = pdf.page.ext_gstates;
  if (!states[name]) {
    states[name] = pdf.ref({ Type: 'ExtGState', OP: on, op: on, OPM: on ? 1 : 0 });
    states[name].end();
  }
  pdf.addContent(`/${name} gs`);
}

/** A band of hills down to `base`. */
export function hills(pdf, { width, base, top, rise, waves, phase, colour }) {
  const heightAt = (x) => {
    const turn = (x / width) * Math.PI * 2 * waves + phase;
    return (
      top - rise * (0.55 * Math.sin(turn) + 0.3 * Math.sin(turn * 1.9 + 1) + 0.12 * Math.sin(turn * 4.3))
    );
  };
  pdf.moveTo(0, base);
  for (let x = 0; x <= width; x += 6) pdf.lineTo(x, Number(heightAt(x).toFixed(2)));
  pdf.lineTo(width, heightAt(width)).lineTo(width, base).closePath().fill(colour);
}

export function petals(pdf, { x, y, size, petal, heart }) {
  for (let at = 0; at < 5; at += 1) {
    pdf
      .save()
      .translate(x, y)
      .rotate(at * 72 + x);
    pdf
      .path(
        `M0 0C${-size * 0.7} ${-size * 0.4} ${-size * 0.6} ${-size * 1.1} 0 ${-size}C${size * 0.6} ${-size * 1.1} ${size * 0.7} ${-size * 0.4} 0 0Z`,
      )
      .fill(petal);
    pdf.restore();
  }
  pdf.circle(x, y, size * 0.2).fill(heart);
}
