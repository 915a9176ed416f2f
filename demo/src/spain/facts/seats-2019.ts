/**
 * Seats of the Congress by province on 10 November 2019. LOREG art. 162 gives each province two, Ceuta and Melilla one each, and
 * the other 248 by population; the population is not in the data, so this is the outcome, written down: that of 2023 but for
 * Badajoz (six then, five now) and Valencia (fifteen then, sixteen now). With it, D'Hondt over the votes of 2019 gives every
 * party the seats it won.
 */
const table = `
01:4 02:4 03:12 04:6 05:3 06:6 07:8 08:32 09:4 10:4 11:9 12:5 13:5 14:6 15:8 16:3 17:6 18:7 19:3 20:6 21:5 22:3 23:5 24:4 25:4
26:4 27:4 28:37 29:11 30:10 31:5 32:4 33:7 34:3 35:8 36:7 37:4 38:7 39:5 40:3 41:12 42:2 43:6 44:3 45:6 46:15 47:5 48:8 49:3
50:7 51:1 52:1
`;

export const seats2019: ReadonlyMap<string, number> = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [province = '', seats = ''] = entry.split(':');
      return [province, Number(seats)];
    }),
);
