import type { Query } from '../../../data/send-request.ts';

export const deskTabs = ['held', 'flagged', 'conflicts', 'new'] as const;
export type DeskTab = (typeof deskTabs)[number];

/** The tabs that list sheets; conflicts are sheets that were refused. */
export type SheetTab = Exclude<DeskTab, 'conflicts'>;

/** What each tab asks the list of sheets for. */
export const tabFilters: Record<SheetTab, Query> = {
  held: { status: 'held' },
  flagged: { status: 'accepted', flagged: true },
  new: { status: 'accepted' },
};

export const toDeskTab = (text: string | undefined): DeskTab =>
  deskTabs.find((tab) => tab === text) ?? 'held';
