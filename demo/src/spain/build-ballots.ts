import type { BallotImportBody } from '@comitium/contract';
import { provinceCode } from './area-codes.ts';
import type { SpainParty } from './list-parties.ts';
import type { Candidacy } from './read-candidacies.ts';
import type { SpainNames } from './read-names.ts';

export const congress = 'congress';

/** The choice that counts blank ballots, which are valid votes for nobody; the last of every ballot. */
export const blankChoice = 'blank';

/** LOREG art. 163.1 a: a list needs this share of its district's valid votes, blank ones included. */
export const congressThreshold = 0.03;

export interface BallotSources {
  /** Province → ids of the lists in ballot order. */
  readonly standing: ReadonlyMap<string, readonly string[]>;
  readonly candidacies: ReadonlyMap<string, Candidacy>;
  readonly partyOf: ReadonlyMap<string, SpainParty>;
  readonly names: SpainNames;
  readonly seats: ReadonlyMap<string, number>;
  /** Votes in the whole country by party code: the parties are listed in this order. */
  readonly strength: ReadonlyMap<string, number>;
}

/** Lists stand in the order of their ids, the same for every province; a list's code is its party's. */
export const buildBallots = (sources: BallotSources): BallotImportBody => {
  const { standing, candidacies, partyOf, names, seats, strength } = sources;
  const parties = new Map<string, SpainParty>();
  const contests = Array.from(standing, ([province, lists]) => ({
    race: congress,
    area: provinceCode(province),
    name: names.provinces.get(province) ?? province,
    seats: seats.get(province) ?? 1,
    choices: [
      ...lists.map((id) => {
        const party = partyOf.get(id)!;
        parties.set(party.code, party);
        return { code: party.code, name: candidacies.get(id)!.name, party: party.code };
      }),
      { code: blankChoice, name: 'Votos en blanco', party: null, color: '#ced4da' },
    ],
  }));
  const votes = (party: SpainParty): number => strength.get(party.code) ?? 0;
  return {
    parties: [...parties.values()].toSorted((a, b) => votes(b) - votes(a) || (a.code < b.code ? -1 : 1)),
    races: [
      {
        code: congress,
        name: 'Congreso de los Diputados',
        seatMethod: 'dhondt',
        threshold: congressThreshold,
        blankVotes: true,
      },
    ],
    contests,
  };
};
