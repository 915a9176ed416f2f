import classes from './party-mark.module.css';

/** The small square of a party's colour that ties a name to the map; the name always stands beside it. */
export const PartyMark = ({ color }: { readonly color: string }) => (
  <span className={classes['mark']} style={{ background: color }} aria-hidden="true" />
);
