import classes from './party-mark.module.css';

interface PartyMarkProps {
  readonly color: string;
  /** Dotted, as on the map, where the colour alone could be taken for another. */
  readonly patterned?: boolean;
}

/** The small square of a party's colour that ties a name to the map; the name always stands beside it. */
export const PartyMark = ({ color, patterned = false }: PartyMarkProps) => (
  <span
    className={classes['mark']}
    style={{ backgroundColor: color }}
    data-patterned={patterned || undefined}
    aria-hidden="true"
  />
);
