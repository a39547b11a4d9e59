/** How the rows of a stream were prepared before compression (ISO 32000-1, table 8). */
export interface Prediction {
  /** 1 none, 2 TIFF, 10 and more PNG. */
  readonly predictor: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
}

/** Undoes the prediction of rows; data of a kind that does not exist stays as it is. */
export function undoPredictor(bytes: Uint8Array, prediction: Prediction): Uint8Array {
  const { predictor, colours, bits, columns } = prediction;
  const pixel = Math.max(1, Math.ceil((colours * bits) / 8));
  const row = Math.ceil((colours * bits * columns) / 8);
  if (!(row > 0) || row > bytes.length + 1) return bytes;
  if (predictor >= 10) return undoPng(bytes, row, pixel);
  return predictor === 2 && bits === 8 ? undoTiff(bytes, row, colours) : bytes;
}

function undoTiff(bytes: Uint8Array, row: number, colours: number): Uint8Array {
  const output = Uint8Array.from(bytes);
  for (let i = 0; i < output.length; i += 1) {
    if (i % row >= colours) output[i] = output[i]! + output[i - colours]!;
  }
  return output;
}

/** PNG filters (PNG specification, 9): each row begins with the number of its own. */
function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const output = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line += 1) {
    const from = line * (row + 1);
    const to = line * row;
    const filter = bytes[from] ?? 0;
    for (let i = 0; i < row; i += 1) {
      const left = i >= pixel ? output[to + i - pixel]! : 0;
      const up = line > 0 ? output[to + i - row]! : 0;
      const corner = i >= pixel && line > 0 ? output[to + i - row - pixel]! : 0;
      output[to + i] = (bytes[from + 1 + i] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return output;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
