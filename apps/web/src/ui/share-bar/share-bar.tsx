import classes from './share-bar.module.css';

interface ShareBarProps {
  /** Fraction of 1. */
  readonly share: number;
  readonly color: string;
  /** The fraction at the right end; the same for all bars of a list, so that they share their zero and their scale. */
  readonly scale?: number;
  /** Draws the line of one half. */
  readonly half?: boolean;
  /** The share of the election before, as a tick. */
  readonly previous?: number | null;
}

/** A bar from a common zero. The figure stands beside it in text, so the bar itself is silent. */
export const ShareBar = ({ share, color, scale = 1, half = false, previous = null }: ShareBarProps) => (
  <span className={classes['track']} aria-hidden="true">
    <span
      className={classes['fill']}
      style={{ inlineSize: `${Math.min(1, share / scale) * 100}%`, background: color }}
    />
    {half && scale >= 0.5 ? (
      <span className={classes['half']} style={{ insetInlineStart: `${(0.5 / scale) * 100}%` }} />
    ) : null}
    {previous === null ? null : (
      <span
        className={classes['previous']}
        style={{ insetInlineStart: `${Math.min(1, previous / scale) * 100}%` }}
      />
    )}
  </span>
);
