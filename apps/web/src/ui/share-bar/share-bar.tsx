import classes from './share-bar.module.css';

interface ShareBarProps {
  /** Fraction of 1. */
  readonly share: number;
  readonly color: string;
  /** The fraction at the right end; the same for all bars of a list, so that they share their zero and their scale. */
  readonly scale?: number;
  /** Draws the line of one half. */
  readonly half?: boolean;
}

/** A bar from a common zero. The figure stands beside it in text, so the bar itself is silent. */
export const ShareBar = ({ share, color, scale = 1, half = false }: ShareBarProps) => (
  <span className={classes['track']} aria-hidden="true">
    <span
      className={classes['fill']}
      style={{ inlineSize: `${Math.min(1, share / scale) * 100}%`, background: color }}
    />
    {half && scale >= 0.5 ? (
      <span className={classes['half']} style={{ insetInlineStart: `${(0.5 / scale) * 100}%` }} />
    ) : null}
  </span>
);
