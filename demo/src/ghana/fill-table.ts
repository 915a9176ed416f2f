export interface TableInput {
  /** Sum that each row must have. */
  rows: ArrayLike<number>;
  /** Sum that each column must have; together as much as the rows. */
  columns: ArrayLike<number>;
  /** Row by row, how many votes each cell would have if nothing were fixed; scaled in place. */
  prior: Float64Array;
}

/**
 * Whole numbers, none negative, that follow the prior and add up exactly along both sides. First the prior is scaled to the
 * sums (iterative proportional fitting), then rounded row by row, each column carrying what it gained or lost to the next
 * row; the few votes by which a column still misses are moved inside rows.
 */
export const fillTable = (input: TableInput): Int32Array => {
  const total = sum(input.rows);
  if (total !== sum(input.columns)) throw new Error(`rows hold ${total}, columns ${sum(input.columns)}`);
  for (let round = 0; round < 12; round += 1) {
    scaleColumns(input);
    scaleRows(input);
  }
  const { cells, missing } = roundRows(input);
  settleColumns(cells, missing);
  return cells;
};

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i]!;
  return total;
};

const scaleColumns = ({ columns, prior }: TableInput): void => {
  const width = columns.length;
  const factors = new Float64Array(width);
  for (let cell = 0; cell < prior.length; cell += width)
    for (let k = 0; k < width; k += 1) factors[k]! += prior[cell + k]!;
  for (let k = 0; k < width; k += 1) factors[k] = factors[k]! > 0 ? columns[k]! / factors[k]! : 0;
  for (let cell = 0; cell < prior.length; cell += width)
    for (let k = 0; k < width; k += 1) prior[cell + k]! *= factors[k]!;
};

const scaleRows = ({ rows, columns, prior }: TableInput): void => {
  const width = columns.length;
  for (let row = 0; row < rows.length; row += 1) {
    const start = row * width;
    let have = 0;
    for (let k = 0; k < width; k += 1) have += prior[start + k]!;
    const factor = have > 0 ? rows[row]! / have : 0;
    for (let k = 0; k < width; k += 1) prior[start + k]! *= factor;
  }
};

const roundRows = ({ rows, columns, prior }: TableInput): { cells: Int32Array; missing: Float64Array } => {
  const width = columns.length;
  const cells = new Int32Array(prior.length);
  const missing = Float64Array.from(columns);
  const carry = new Float64Array(width);
  const wanted = new Float64Array(width);
  for (let row = 0; row < rows.length; row += 1) {
    const start = row * width;
    let rest = rows[row]!;
    for (let k = 0; k < width; k += 1) {
      wanted[k] = prior[start + k]! + carry[k]!;
      cells[start + k] = Math.max(0, Math.floor(wanted[k]!));
      rest -= cells[start + k]!;
    }
    for (; rest !== 0; rest -= Math.sign(rest)) {
      const step = Math.sign(rest);
      const k = furthestColumn({ wanted, cells, start, step, columns });
      cells[start + k]! += step;
    }
    for (let k = 0; k < width; k += 1) {
      carry[k] = wanted[k]! - cells[start + k]!;
      missing[k]! -= cells[start + k]!;
    }
  }
  return { cells, missing };
};

interface RowState {
  wanted: Float64Array;
  cells: Int32Array;
  start: number;
  step: number;
  columns: ArrayLike<number>;
}

/** The column whose whole number lies furthest from its wish in the direction of the step. */
const furthestColumn = ({ wanted, cells, start, step, columns }: RowState): number => {
  let best = -1;
  let distance = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < columns.length; k += 1) {
    if (columns[k] === 0 || (step < 0 && cells[start + k] === 0)) continue;
    const gap = (wanted[k]! - cells[start + k]!) * step;
    if (gap > distance) {
      distance = gap;
      best = k;
    }
  }
  if (best < 0) throw new Error('no column can take a vote of the row');
  return best;
};

const settleColumns = (cells: Int32Array, missing: Float64Array): void => {
  const width = missing.length;
  for (let from = 0; from < width; from += 1) {
    for (let row = 0; missing[from]! < 0; row = (row + 1) % (cells.length / width)) {
      if (cells[row * width + from] === 0) continue;
      const to = missing.findIndex((votes) => votes > 0);
      if (to < 0) throw new Error('columns do not add up');
      cells[row * width + from]! -= 1;
      cells[row * width + to]! += 1;
      missing[from]! += 1;
      missing[to]! -= 1;
    }
  }
};
