import type { Party, PartyOf } from '../party-color/use-party-colors.ts';

/** The side of a pattern's tile in units of the figure, which is 1000 wide. */
const tile = 12;

const tint = (color: string): string => `color-mix(in oklab, ${color} 30%, var(--sheet))`;

const Dots = ({ at = 0 }: { readonly at?: number }) => (
  <circle cx={at + tile / 2} cy={tile / 2} r="2.1" style={{ fill: 'var(--sheet)' }} />
);

const Hatching = ({ party }: { readonly party: Party }) => (
  <>
    <rect width={tile} height={tile} style={{ fill: tint(party.color) }} />
    <path d={`M0,0V${tile}`} style={{ stroke: party.color }} strokeWidth="6" />
    {party.patterned ? <Dots /> : null}
  </>
);

const Solid = ({ party }: { readonly party: Party }) => (
  <>
    <rect width={tile} height={tile} style={{ fill: party.color }} />
    {party.patterned ? <Dots /> : null}
  </>
);

const Stripes = ({ one, other }: { readonly one: Party; readonly other: Party }) => (
  <>
    <rect width={tile * 2} height={tile} style={{ fill: one.color }} />
    <rect x={tile} width={tile} height={tile} style={{ fill: other.color }} />
    {one.patterned ? <Dots /> : null}
    {other.patterned ? <Dots at={tile} /> : null}
  </>
);

interface FillPatternProps {
  readonly id: string;
  /** A key of `areaFill`. */
  readonly fill: string;
  readonly partyOf: PartyOf;
}

/** Leading = hatched tint, won = solid, tie = two colours slanting, second round = two colours lying. */
export const FillPattern = ({ id, fill, partyOf }: FillPatternProps) => {
  const [kind, first = '', second = ''] = fill.split(':');
  const striped = kind === 'tied' || kind === 'runoff';
  const turn = kind === 'runoff' ? 90 : 45;
  return (
    <pattern
      id={id}
      width={striped ? tile * 2 : tile}
      height={tile}
      patternUnits="userSpaceOnUse"
      patternTransform={kind === 'won' ? undefined : `rotate(${turn})`}
    >
      {kind === 'leading' ? <Hatching party={partyOf(first)} /> : null}
      {kind === 'won' ? <Solid party={partyOf(first)} /> : null}
      {striped ? <Stripes one={partyOf(first)} other={partyOf(second)} /> : null}
    </pattern>
  );
};
