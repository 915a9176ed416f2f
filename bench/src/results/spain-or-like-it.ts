import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaRow, BatchLine } from '@comitium/contract';
import { type NationElection, type NationRegister, spainNation } from '@comitium/demo';

export interface BatchNation {
  readonly register: NationRegister;
  readonly election: Pick<NationElection, 'body' | 'ballots'>;
  readonly lines: readonly BatchLine[];
  /** Why it is not the real one; undefined where it is. */
  readonly note?: string;
}

/** Spain 2023 where the data folder is, else a register and sheets of the same shape. */
export const spainOrLikeIt = async (dataFolder: string): Promise<BatchNation> => {
  if (!existsSync(join(dataFolder, 'spain'))) {
    const note = `no Spain in the data folder ${dataFolder} (BENCH_DATA): a made-up nation of the same shape`;
    return { ...likeSpain(), note };
  }
  const nation = await spainNation(dataFolder);
  if (!nation.ok) throw new Error(`the data of Spain cannot be read: ${JSON.stringify(nation.error)}`);
  const { registers, election } = nation.value;
  const register = registers.find((one) => one.code === election.body.register);
  if (register === undefined) throw new Error('the nation has no register');
  const { previous: _, ...body } = election.body;
  return { register, election: { body, ballots: election.ballots }, lines: [...election.sheets()] };
};

const levels = ['national', 'community', 'province', 'municipality', 'district', 'section', 'station'];
/** How many areas each level has; a part of level n stands in area `index % size of the level above`. */
const sizes = [1, 19, 52, 8_131, 10_000, 36_000, 60_366];
const lists = 11;

const codeOf = (level: number, index: number): string => `L${level}-${index}`;

/** Seven levels, 52 districts of eleven lists, 60,366 stations; the figures follow from the station's number. */
export const likeSpain = (): Omit<BatchNation, 'note'> => {
  const areas = sizes.flatMap((size, level) =>
    Array.from({ length: size }, (_, index) => area(level, index)),
  );
  const register = { code: 'bench-batch', name: 'Made-up nation', levels, simulated: true, areas };
  const body = {
    ...{ code: 'bench-batch', name: 'Made-up election', register: register.code },
    kind: 'parliamentary' as const,
    ...{ pollingDate: '2023-07-23', pollsCloseAt: '2023-07-23T18:00:00Z', simulated: true },
  } as const;
  const ballots: NationElection['ballots'] = {
    parties: parties.map((code) => ({ code, name: `Party ${code}`, shortName: code, color: '#808080' })),
    races: [{ code: 'congress', name: 'Congress', seatMethod: 'dhondt' }],
    contests: Array.from({ length: sizes[2] ?? 0 }, (_, province) => ({
      ...{ race: 'congress', area: codeOf(2, province), name: `Province ${province}`, seats: 6 },
      choices: parties.map((code) => ({ code, name: `List ${code}`, party: code })),
    })),
  };
  const lines = Array.from({ length: sizes[6] ?? 0 }, (_, station) => sheet(station));
  return { register, election: { body, ballots }, lines };
};

const parties = Array.from({ length: lists }, (_, list) => `p${list}`);

const area = (level: number, index: number): AreaRow => {
  const above = sizes[level - 1];
  const parent = above === undefined ? null : codeOf(level - 1, index % above);
  const registered = level === sizes.length - 1 ? 400 + (index % 500) : 0;
  return { code: codeOf(level, index), name: `Area ${index}`, parent, level, registered };
};

const sheet = (station: number): BatchLine => {
  const votes = Object.fromEntries(parties.map((code, list) => [code, 8 + ((station * (list + 3)) % 17)]));
  const rejected = station % 3;
  const cast = Object.values(votes).reduce((sum, count) => sum + count, rejected);
  const key = `batch:${station}`;
  return {
    ...{ key, station: codeOf(6, station), contest: 'congress', votes, rejected, cast },
    ...{ registered: 400 + (station % 500), source: 'import' },
  };
};
