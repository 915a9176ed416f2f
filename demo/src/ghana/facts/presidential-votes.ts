/**
 * Votes for president by region: one line a region, one number a candidate in the order of the ballot (candidates.ts).
 *
 * 2024, regional tables of 10 December 2024. They rest on the declaration of 9 December, when 9 of 276 constituencies were
 * outstanding (Awutu Senya East, Nsawam Adoagyiri, Akwatia, Suhum, Techiman South, Dome-Kwabenya, Ablekuma North, Ahafo Ano
 * North, Damongo). Summed, they equal the national declaration for eight candidates and differ for five lines:
 * Lartey 16,668 (declared 16,673), Andrews 16,551 (16,461), Frimpomaa 22,117 (23,397), Twum-Barimah Adu 3,097 (3,091),
 * Kyerematen 31,252 (31,202); all valid votes 11,190,277 (11,191,422, itself 6 more than its own lines).
 *
 * 2020, from the regional forms, with Techiman South, which reported last, added to Bono East: 46,379 votes for Akufo-Addo
 * and 52,034 for Mahama; its votes for the other ten are not in the source. All rows sum to 13,218,077, one more than the sum
 * the source states. Without Techiman South the regions give Akufo-Addo 6,729,687
 * (corrected declaration of 10 December: 6,730,587) and 13,119,664 valid votes (13,119,460).
 */
export const votes2024 = parse(`
GH-WP 275231 912 0 2946 324 199 2281 423245 995 168 201 9922 1643
GH-CP 382749 1457 0 2395 489 286 2118 562620 1318 367 335 9090 2417
GH-AA 681535 753 0 1773 401 223 2975 1260832 2102 290 271 19630 6289
GH-TV 56699 366 0 372 370 929 1586 584234 929 93 98 1542 1136
GH-EP 493234 1244 0 1507 344 365 1544 453234 1118 315 219 6910 1851
GH-AH 1366800 1608 0 2317 524 278 2551 697076 2077 252 330 23432 8763
GH-WN 124024 546 0 627 135 120 942 202689 579 93 92 1723 441
GH-AF 113851 357 0 221 70 56 349 130106 367 39 27 1731 441
GH-BO 192773 636 0 719 174 271 880 235681 776 96 99 5549 832
GH-BE 124811 730 0 614 179 131 889 216691 708 138 110 1374 665
GH-OT 86489 532 0 380 282 111 790 182470 499 87 75 455 670
GH-NP 370928 2825 0 991 719 444 2154 529456 2125 604 547 1305 2624
GH-SV 56774 569 0 341 163 219 621 134563 511 105 105 256 882
GH-UW 89906 1251 0 556 293 239 605 242852 801 294 219 613 919
GH-NE 134800 1026 0 245 266 155 396 111051 354 132 154 203 569
GH-UE 106700 1856 0 547 486 387 1436 361597 2202 247 215 743 1110
`);

export const votes2020 = parse(`
GH-WP 439724 398549 20638 1143 379 223 400 367 305 787 417 508
GH-CP 613804 538829 15160 1117 520 363 448 617 292 1056 430 841
GH-AA 1253179 1326489 16112 1763 767 231 628 524 401 1220 685 511
GH-TV 100481 606508 4679 705 180 158 406 237 220 314 617 442
GH-EP 752061 470999 9819 854 379 211 466 510 278 363 358 642
GH-AH 1795824 653149 12564 1356 593 304 482 712 444 435 476 952
GH-WN 175240 196556 4302 261 119 109 210 170 202 86 117 255
GH-AF 145584 116485 1490 191 49 51 150 112 83 51 135 103
GH-BO 292604 203279 4514 338 165 132 255 216 209 214 235 374
GH-BE 199720 265728 3643 426 167 169 463 328 276 239 239 446
GH-OT 103865 181021 2459 265 200 97 195 228 371 240 253 282
GH-NP 409063 476650 3184 1516 394 438 899 1282 1209 499 545 1260
GH-SV 80605 144244 1409 503 212 185 387 322 344 160 279 435
GH-UW 121230 238972 2240 640 360 354 487 742 2794 328 406 1094
GH-NE 122742 112306 952 292 324 198 376 505 579 205 322 322
GH-UE 170340 335502 3100 879 832 359 919 868 2890 685 1017 1321
`);

function parse(table: string): ReadonlyMap<string, readonly number[]> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [region = '', ...votes] = line.split(' ');
        return [region, votes.map(Number)];
      }),
  );
}
