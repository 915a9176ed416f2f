import type { AreaShape } from './area-layout.ts';

interface AreaPathsProps {
  readonly shape: AreaShape;
  /** One paint, or one for each seat with blanks between: a text, so that equal paints are equal. */
  readonly fill: string;
}

/** An area in one piece, or seat by seat. */
export const AreaPaths = ({ shape, fill }: AreaPathsProps) => {
  if (!shape.seats) return <path d={shape.path} style={{ fill }} />;
  const paints = fill.split(' ');
  return shape.seats.cells.map((cell, index) => <path key={cell} d={cell} style={{ fill: paints[index] }} />);
};
