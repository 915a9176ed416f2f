import type { ChildArea } from '@comitium/contract';

export interface LeadChange {
  readonly area: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Areas where somebody else leads than before; a first report is no change, and neither is a tie. */
export const leadChanges = (before: readonly ChildArea[], after: readonly ChildArea[]): LeadChange[] => {
  const earlier = new Map(before.map((area) => [area.code, area.leader]));
  return after.flatMap((area) => {
    const from = earlier.get(area.code);
    if (!from || !area.leader || from === area.leader) return [];
    return [{ area: area.code, name: area.name, from, to: area.leader }];
  });
};
