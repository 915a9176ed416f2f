export interface MapPlace {
  readonly election: string;
  readonly race: string;
  /** Level and code of the area that is shown; null for the whole country. */
  readonly area: { readonly level: string; readonly code: string } | null;
  /** Cells of this level instead of the area's own children, for the hexagons of the whole country. */
  readonly cells: string | null;
}

/** The topic that carries what is shown: `map:gh-2024/pres:region:GH-AH`, `map:gh-2024/parl:national@constituency`. */
export const mapTopic = ({ election, race, area, cells }: MapPlace): string => {
  const start = `map:${election}/${race}`;
  if (area) return `${start}:${area.level}:${area.code}`;
  return cells ? `${start}:national@${cells}` : `${start}:national`;
};
