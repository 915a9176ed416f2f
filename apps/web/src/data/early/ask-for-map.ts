import type { Election, Register } from '@comitium/contract';
import { mapTopic } from '../results/map-topic.ts';
import { placeOf } from '../results/place.ts';
import { askEarly } from './early-answers.ts';

const mapPage = /^\/elections\/([^/]+)\/?$/;

export const stateAddress = (topic: string): string => `/live/state?topic=${encodeURIComponent(topic)}`;

/**
 * Where the address is that of a map: asks for the election, its register, the shapes and the first state while the
 * program is still on its way. True where it is.
 */
export const askForMap = ({ pathname, search }: { pathname: string; search: string }): boolean => {
  const code = mapPage.exec(pathname)?.[1];
  if (code === undefined) return false;
  void ask(code, Object.fromEntries(new URLSearchParams(search)));
  return true;
};

const ask = async (code: string, search: Record<string, string>): Promise<void> => {
  const election = (await askEarly(`/api/v1/elections/${code}`)) as Election | null;
  if (election === null) return;
  const register = (await askEarly(
    `/api/v1/registers/${encodeURIComponent(election.register)}`,
  )) as Register | null;
  if (register === null) return;
  const { boundaries } = register;
  const place = placeOf(election, search, (level) => boundaries[level ?? ''] !== undefined);
  if (place === null) return;
  const level = place.area?.level ?? election.levels[0] ?? '';
  const shown = place.cells ?? election.levels[election.levels.indexOf(level) + 1] ?? '';
  const shapes = boundaries[shown];
  const asksByCodeAlone = search['area'] !== undefined && place.area === null;
  if (shapes !== undefined && !asksByCodeAlone) void askEarly(shapes);
  if (!asksByCodeAlone) void askEarly(stateAddress(mapTopic(place)));
};
