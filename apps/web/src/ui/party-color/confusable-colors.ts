import { linearRgb, linearToOklab, parseHex, type Rgb } from './oklch.ts';

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Full protanopia and deuteranopia in linear RGB: Machado, Oliveira, Fernandes (2009), severity 1.0. */
const deficiencies: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

/** Distance in OKLab below which two filled areas on a map are mistaken for one another. */
const threshold = 0.1;

const seenWith = (matrix: Matrix, color: Rgb): Rgb => {
  const [r, g, b] = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * color[0] + row[1] * color[1] + row[2] * color[2])),
  );
  return linearToOklab([r ?? 0, g ?? 0, b ?? 0]);
};

/** Whether some readers would take the one colour for the other. */
export const areConfusable = (one: string, other: string): boolean => {
  const first = linearRgb(parseHex(one));
  const second = linearRgb(parseHex(other));
  return deficiencies.some((matrix) => {
    const [l1, a1, b1] = seenWith(matrix, first);
    const [l2, a2, b2] = seenWith(matrix, second);
    return Math.hypot(l1 - l2, a1 - a2, b1 - b2) < threshold;
  });
};

/** Which colours, in the order of importance given, need a pattern because an earlier plain one looks alike. */
export const needPattern = (colors: readonly string[]): boolean[] => {
  const plain: string[] = [];
  return colors.map((color) => {
    const confusable = plain.some((earlier) => areConfusable(earlier, color));
    if (!confusable) plain.push(color);
    return confusable;
  });
};
