import { type RefObject, useEffect } from 'react';
import type { Pointing } from '../pointing/create-pointing.ts';
import { usePointed } from '../pointing/use-pointing.ts';
import classes from './area-figure.module.css';
import type { AreaShape } from './area-layout.ts';

interface FigureOutlineProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly shapes: readonly AreaShape[];
  readonly pointing: Pointing;
}

/** The line around the area that is pointed at, while the rest recedes. */
export const FigureOutline = ({ svg, shapes, pointing }: FigureOutlineProps) => {
  const pointed = usePointed(pointing);
  const outlined = pointed === null ? undefined : shapes.find((shape) => shape.code === pointed);
  const selecting = outlined !== undefined;
  useEffect(() => {
    svg.current?.toggleAttribute('data-selecting', selecting);
  }, [svg, selecting]);
  return outlined ? (
    <path className={classes['outline']} d={outlined.seats?.outline ?? outlined.path} />
  ) : null;
};
