/** What the commission declared for the whole country, each figure with its date; sums of our tables may differ, and say so. */
export const declared2024 = {
  /** Register before the election; the regions sum to 856 fewer (regions.ts). */
  registered: 18_774_159,
  pollingStations: 40_976,
  constituencies: 276,
  /** 9 December 2024, 267 constituencies. */
  first: { valid: 11_191_422, rejected: 239_109, cast: 11_430_531, mahama: 6_328_397, bawumia: 4_657_304 },
  /** 9 January 2025, 275 constituencies; no regional figures were published with it. */
  updated: { rejected: 247_937, cast: 11_931_420, mahama: 6_591_790, bawumia: 4_877_611 },
} as const;

export const declared2020 = {
  registered: 17_027_641,
  pollingStations: 38_622,
  seats: { NPP: 137, NDC: 137, IND: 1 },
  /** Corrected on 10 December 2020, without Techiman South; cast − valid = 314,113 rejected. */
  corrected: { valid: 13_119_460, cast: 13_433_573, akufoAddo: 6_730_587 },
  /** Sixteen regions with Techiman South. */
  complete: { valid: 13_218_076, akufoAddo: 6_776_066, mahama: 6_265_266 },
} as const;
