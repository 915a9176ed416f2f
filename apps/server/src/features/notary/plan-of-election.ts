import { hash } from 'node:crypto';
import { planText } from '@comitium/proof';
import type { ElectionFacts } from '../elections/index.ts';

/** What the election's totals are added up by, as the text whose hash is logged. */
export const planOfElection = ({ register, races }: ElectionFacts): string =>
  planText({
    areas: register.codes.map((code, area) => [code, register.codes[register.parent[area] ?? -1] ?? null]),
    contests: races.flatMap((race) =>
      race.contests.map((contest) => ({
        race: race.code,
        area: register.codes[contest.areaIndex] ?? '',
        code: contest.code,
        choices: contest.choices.map(
          ({ code }, at) => [code, race.columns[contest.columnOf[at] ?? -1]?.code ?? ''] as const,
        ),
      })),
    ),
  });

export const hashOfPlan = (election: ElectionFacts): string =>
  hash('sha256', planOfElection(election), 'hex');
