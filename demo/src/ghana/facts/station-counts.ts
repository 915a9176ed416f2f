/**
 * Stations and registered voters of the constituencies whose 2024 figures are known: 40 in Western and Central, from the
 * constituency table that newspapers reprinted in December 2024. They add up to 1,288,707 and 1,752,160 voters; the declared
 * regional registers are 164 and 5 higher. The number of stations is kept exactly, the registers are raised by a few voters
 * each so that the region is exact.
 */
export interface StationCount {
  stations: number;
  registered: number;
}

const table = `
A0101 225 85969, A0201 161 79227, A0301 121 55131, A0401 181 86062, A0501 121 55640, A0502 91 41634
A0503 162 79344, A0601 102 51013, A0602 110 58002, A0701 141 67799, A0801 136 56252, A0901 78 33209
A1001 263 140050, A1101 279 144526, A1201 231 101111, A1301 168 70915, A1401 168 82823
B0101 204 98247, B0201 117 54760, B0202 140 70592, B0301 164 76196, B0401 229 99130, B0501 100 43826
B0601 174 88261, B0701 173 81042, B0801 123 57418, B0901 212 116469, B1001 155 80391, B1101 207 98849
B1201 316 173995, B1301 199 89066, B1401 136 64838, B1501 158 74968, B1601 110 52441, B1701 103 46675
B1801 130 61020, B1901 127 57823, B2001 88 41741, B2101 159 70041, B2201 113 54371
`;

export const stationCounts: ReadonlyMap<string, StationCount> = new Map(
  table
    .trim()
    .split(/[,\n]/)
    .map((entry) => {
      const [code = '', stations, registered] = entry.trim().split(' ');
      return [code, { stations: Number(stations), registered: Number(registered) }];
    }),
);

/** The one register known outside those regions: Ablekuma North, named with its size when it was the last to be outstanding. */
export const knownRegisters: ReadonlyMap<string, number> = new Map([['C1401', 121_269]]);
