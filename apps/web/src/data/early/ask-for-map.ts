import type { Election, Register } from '@comitium/contract';
import { type MapPlace, mapTopic } from '../results/map-topic.ts';
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

/** What is shown where shapes make no difference: then the state need not wait for the register. */
const placeWithoutShapes = (election: Election, search: Record<string, string>): MapPlace | null => {
  if (search['area'] !== undefined && search['level'] === undefined) return null;
  const [one, other] = [true, false].map((shapes) => placeOf(election, search, () => shapes));
  return one && other && one.cells === other.cells ? one : null;
};

const ask = async (code: string, search: Record<string, string>): Promise<void> => {
  const election = (await askEarly(`/api/v1/elections/${code}`)) as Election | null;
  if (election === null) return;
  const asked = askEarly(`/api/v1/registers/${encodeURIComponent(election.register)}`);
  const guess = placeWithoutShapes(election, search);
  if (guess) void askEarly(stateAddress(mapTopic(guess)));
  const register = (await asked) as Register | null;
  if (register === null) return;
  const { boundaries } = register;
  const place = placeOf(election, search, (level) => boundaries[level ?? ''] !== undefined);
  if (place === null) return;
  const level = place.area?.level ?? election.levels[0] ?? '';
  const shown = place.cells ?? election.levels[election.levels.indexOf(level) + 1] ?? '';
  const shapes = boundaries[shown];
  const asksByCodeAlone = search['area'] !== undefined && place.area === null;
  if (shapes !== undefined && !asksByCodeAlone) void askEarly(shapes);
  if (!asksByCodeAlone && !guess) void askEarly(stateAddress(mapTopic(place)));
};
