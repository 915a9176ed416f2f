export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const rounds = 400;

/** Pushes every overlapping pair half its overlap apart; true while any pair overlapped. */
const pushApart = (discs: { x: number; y: number; radius: number }[]): boolean => {
  let moved = false;
  for (const [index, one] of discs.entries()) {
    for (const other of discs.slice(index + 1)) {
      const dx = other.x - one.x;
      const dy = other.y - one.y;
      const distance = Math.hypot(dx, dy);
      const overlap = one.radius + other.radius - distance;
      if (overlap <= 1e-6) continue;
      moved = true;
      // Two on the same spot part sideways, by a rule and not by chance, so that the picture is always the same.
      const [ux, uy] = distance > 1e-9 ? [dx / distance, dy / distance] : [Math.cos(index), Math.sin(index)];
      one.x -= (ux * overlap) / 2;
      one.y -= (uy * overlap) / 2;
      other.x += (ux * overlap) / 2;
      other.y += (uy * overlap) / 2;
    }
  }
  return moved;
};

/** The discs moved no further than they must so that none overlaps; north stays north as far as it can. */
export const spreadDiscs = (discs: readonly Disc[]): Disc[] => {
  const moving = discs.map((disc) => ({ ...disc }));
  for (let round = 0; round < rounds; round += 1) {
    if (!pushApart(moving)) break;
  }
  return moving;
};
