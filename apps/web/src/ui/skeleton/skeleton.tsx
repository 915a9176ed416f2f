import classes from './skeleton.module.css';

interface SkeletonProps {
  readonly width?: string;
  readonly height?: string;
}

/** A still grey block in the shape of what will stand here. */
export const Skeleton = ({ width = '100%', height = '1em' }: SkeletonProps) => (
  <span className={classes['block']} style={{ inlineSize: width, blockSize: height }} aria-hidden="true" />
);
