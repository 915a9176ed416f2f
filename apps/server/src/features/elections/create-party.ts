import { err, ok, type Result } from '@comitium/basics';
import { type Party, type PartyBody, type Problem, problem } from '@comitium/contract';
import type { Static } from 'typebox';
import { insertParties, numbered } from './ballot-store.ts';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkParty } from './check-ballots.ts';
import type { ElectionsTools } from './elections-tools.ts';

/** A party that nobody stands for yet; it comes last. */
export const createParty = (
  tools: ElectionsTools,
  change: ElectionChange,
  body: Static<typeof PartyBody>,
): Promise<Result<Party, Problem>> =>
  changeElection(tools, change, async (tx, { id, parties }) => {
    const errors = checkParty('', body);
    if (errors.length > 0) return err(problem('validation_failed', 'The party breaks rules.', { errors }));
    if (parties.some(({ code }) => code === body.code)) {
      return err(problem('code_taken', `There is a party ${body.code} already.`));
    }
    const position = Math.max(-1, ...parties.map((party) => party.position)) + 1;
    const rows = numbered([body], position);
    await insertParties(tx, id, rows);
    return ok({ type: 'party.created', payload: { ...body }, answer: { id: rows[0]?.id ?? '', ...body } });
  });
