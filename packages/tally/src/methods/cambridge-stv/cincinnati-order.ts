/**
 * In which order the ballots of a surplus are drawn, as places from 0: with n = ballots ÷ surplus to the nearest whole number (halves up)
 * first the n-th, 2n-th, 3n-th …, then n + 1, 2n + 1 …, and so on; at last those before the n-th, which no sequence names.
 */
export const cincinnatiOrder = (ballots: number, surplus: number): number[] => {
  const n = Math.max(1, Math.floor((2 * ballots + surplus) / (2 * surplus)));
  const order: number[] = [];
  for (let start = n; start < 2 * n; start++)
    for (let number = start; number <= ballots; number += n) order.push(number - 1);
  for (let number = 1; number < Math.min(n, ballots + 1); number++) order.push(number - 1);
  return order;
};
