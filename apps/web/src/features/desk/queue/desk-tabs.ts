import type { Query } from '../../../data/send-request.ts';

export const deskTabs = ['held', 'flagged', 'new'] as const;
export type DeskTab = (typeof deskTabs)[number];

/** What each tab asks the list of sheets for. */
export const tabFilters: Record<DeskTab, Query> = {
  held: { status: 'held' },
  flagged: { status: 'accepted', flagged: true },
  new: { status: 'accepted' },
};

export const toDeskTab = (text: string | undefined): DeskTab =>
  deskTabs.find((tab) => tab === text) ?? 'held';
