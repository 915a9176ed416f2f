export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface MovingDisc {
  x: number;
  y: number;
  readonly radius: number;
}

const rounds = 400;
/** The discs draw together in steps this small, so that each is pushed aside and none jumps over another. */
const steps = 70;
const nearer = 0.985;
const roundsAStep = 8;

/** How much more a larger disc weighs: 0 = as much as the others, 2 = as its size. */
type Weight = 0 | 2;

const part = (one: MovingDisc, other: MovingDisc, [index, weight]: readonly [number, Weight]): boolean => {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const distance = Math.hypot(dx, dy);
  const overlap = one.radius + other.radius - distance;
  if (overlap <= 1e-6) return false;
  // Two on the same spot part sideways, by a rule and not by chance, so that the picture is always the same.
  const [ux, uy] = distance > 1e-9 ? [dx / distance, dy / distance] : [Math.cos(index), Math.sin(index)];
  const far = (overlap * other.radius ** weight) / (one.radius ** weight + other.radius ** weight);
  one.x -= ux * far;
  one.y -= uy * far;
  other.x += ux * (overlap - far);
  other.y += uy * (overlap - far);
  return true;
};

/** Pushes every overlapping pair apart; true while any pair overlapped. */
const pushApart = (discs: readonly MovingDisc[], weight: Weight): boolean => {
  let moved = false;
  for (let index = 0; index < discs.length; index += 1) {
    for (let next = index + 1; next < discs.length; next += 1) {
      const [one, other] = [discs[index], discs[next]];
      if (one && other && part(one, other, [index, weight])) moved = true;
    }
  }
  return moved;
};

const draw = (discs: readonly MovingDisc[]): void => {
  const x = discs.reduce((sum, disc) => sum + disc.x, 0) / discs.length;
  const y = discs.reduce((sum, disc) => sum + disc.y, 0) / discs.length;
  for (const disc of discs) {
    disc.x = x + (disc.x - x) * nearer;
    disc.y = y + (disc.y - y) * nearer;
  }
};

/** The discs moved no further than they must so that none overlaps; north stays north as far as it can. */
export const spreadDiscs = (discs: readonly Disc[]): Disc[] => {
  const moving = discs.map((disc) => ({ ...disc }));
  for (let round = 0; round < rounds; round += 1) if (!pushApart(moving, 0)) break;
  return moving;
};

/**
 * The discs drawn together from a wide start until they meet, none on another: a large one among many small ones
 * stays where it is, and they around it.
 */
export const gatherDiscs = (discs: readonly Disc[]): Disc[] => {
  const moving = discs.map((disc) => ({ ...disc }));
  for (let step = 0; step < steps; step += 1) {
    draw(moving);
    for (let round = 0; round < roundsAStep; round += 1) if (!pushApart(moving, 2)) break;
  }
  for (let round = 0; round < rounds; round += 1) if (!pushApart(moving, 2)) break;
  return moving;
};
