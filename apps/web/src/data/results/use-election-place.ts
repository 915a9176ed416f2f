import type { Election } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { areaQuery, electionQuery, registerQuery } from '../queries.ts';
import { type Place, type PlaceSearch, placeOf } from './place.ts';

export type ElectionPlace =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly state: 'no_race'; readonly election: Election }
  | { readonly state: 'ready'; readonly election: Election; readonly place: Place };

/** What an address leads to: the election, and what of it is to be watched. */
export const useElectionPlace = (code: string, search: PlaceSearch): ElectionPlace => {
  const election = useQuery(electionQuery(code));
  const registerCode = election.data?.register ?? '';
  const register = useQuery({ ...registerQuery(registerCode), enabled: registerCode !== '' });
  // An address may name an area without its level, when somebody typed it.
  const needsLevel = Boolean(search.area && !search.level && registerCode);
  const area = useQuery({ ...areaQuery(registerCode, search.area ?? ''), enabled: needsLevel });
  const failed = [election, register, area].find(({ error }) => error !== null);
  if (failed?.error) return { state: 'failed', error: failed.error, retry: () => void failed.refetch() };
  if (!election.data || !register.data || (needsLevel && !area.data)) return { state: 'loading' };

  const { boundaries } = register.data;
  const hasShapes = (level: string | null | undefined) => boundaries[level ?? ''] !== undefined;
  const level = search.level ?? area.data?.levelName;
  const place = placeOf(election.data, { ...search, level }, hasShapes);
  if (!place) return { state: 'no_race', election: election.data };
  return { state: 'ready', election: election.data, place };
};
