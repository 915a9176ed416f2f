// Seats as a textbook writes them, in floating-point numbers: equal quotients fall as they come.

/** Every quotient of every list in one table, sorted: the first ones have the seats. */
export const textbookDHondt = (votes: readonly number[], seats: number): number[] => {
  const quotients = votes.flatMap((count, list) =>
    Array.from({ length: seats }, (_, won) => ({ list, quotient: count / (won + 1) })),
  );
  quotients.sort((a, b) => b.quotient - a.quotient);
  const given = votes.map(() => 0);
  for (const { list } of quotients.slice(0, seats)) given[list] = (given[list] ?? 0) + 1;
  return given;
};

/** Alternate scaling: the divisors of districts, then of lists, are fitted in turn until every sum is right. */
export const textbookBiproportional = (
  votes: readonly (readonly number[])[],
  districtSeats: readonly number[],
  listSeats: readonly number[],
): number[][] => {
  const columns = listSeats.map(() => 1);
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  for (let turn = 0; turn < 10_000; turn++) {
    const rows = votes.map((row, at) =>
      fit(
        row.map((count, list) => count / (columns[list] ?? 1)),
        districtSeats[at] ?? 0,
      ),
    );
    const seats = votes.map((row, at) =>
      row.map((count, list) => Math.round(count / (columns[list] ?? 1) / (rows[at] ?? 1))),
    );
    if (listSeats.every((due, list) => sumOf(seats.map((row) => row[list] ?? 0)) === due)) return seats;
    for (const [list, due] of listSeats.entries())
      columns[list] = fit(
        votes.map((row, at) => (row[list] ?? 0) / (rows[at] ?? 1)),
        due,
      );
  }
  throw new Error('alternate scaling did not end');
};

/** A divisor with which these numbers round to so many seats, by halving. */
const fit = (numbers: readonly number[], seats: number): number => {
  let [low, high] = [1e-9, 1e12];
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high);
    const given = numbers.reduce((sum, one) => sum + Math.round(one / middle), 0);
    if (given === seats) return middle;
    if (given > seats) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
};
