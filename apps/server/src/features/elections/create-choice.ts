import { err, ok, type Result } from '@comitium/basics';
import { type Choice, type ChoiceBody, type Problem, problem } from '@comitium/contract';
import type { Static } from 'typebox';
import { insertChoices, numbered } from './ballot-store.ts';
import type { ElectionChange } from './change-election.ts';
import { changeRaceBallots } from './change-race-ballots.ts';
import { checkChoices } from './check-choices.ts';
import { moveChoicesDown } from './contest-store.ts';
import { placeOf } from './create-contest.ts';
import { type ElectionsTools, requireContest } from './elections-tools.ts';
import { problemIn } from './problem-in.ts';
import { independentColumn } from './race-columns.ts';

/** One more line on a ballot: the last one, but above the blank votes. */
export const createChoice = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly contest: string },
  body: Static<typeof ChoiceBody>,
): Promise<Result<Choice, Problem>> =>
  changeRaceBallots(tools, change, {
    findRace: (facts) => {
      const contest = requireContest(facts, change.contest);
      return contest.ok ? ok(contest.value.race) : contest;
    },
    decide: async (tx, facts) => {
      const contest = requireContest(facts, change.contest);
      if (!contest.ok) return contest;
      const { id: contestId, choices } = contest.value;
      if (choices.some(({ code }) => code === body.code)) {
        return err(problem('code_taken', `${body.code} stands on this ballot already.`));
      }
      const known = new Map(facts.parties.map((party) => [party.code, party]));
      const broken = problemIn(checkChoices('/choices', [body], new Set(known.keys())), '/choices/0');
      if (broken !== null) return err(broken);
      const party = body.party ?? null;
      const color = body.color ?? known.get(party ?? '')?.color ?? independentColumn.color;
      const choice = { code: body.code, name: body.name, party, color };
      const ballotOrder = choices.at(-1)?.blank ? choices.length - 1 : choices.length;
      await moveChoicesDown(tx, contestId, ballotOrder);
      const rows = numbered([choice], ballotOrder).map((row) => ({ ...row, contestId }));
      await insertChoices(tx, placeOf(facts).parties, rows);
      const payload = { contest: contest.value.code, ...choice, ballotOrder };
      return ok({
        type: 'choice.created',
        payload,
        answer: { id: rows[0]?.id ?? '', ...choice, ballotOrder },
      });
    },
  });
