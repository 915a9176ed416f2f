import type { ChildArea } from '@comitium/contract';

/** Who is in front in an area: one, several when level, nobody before the first report. */
export const leadersOf = ({ leader, leaders }: Pick<ChildArea, 'leader' | 'leaders'>): readonly string[] =>
  leaders ?? (leader === undefined ? [] : [leader]);
