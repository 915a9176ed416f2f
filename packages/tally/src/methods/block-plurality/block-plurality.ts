// Local Elections (Principal Areas) (England and Wales) Rules 2006, schedule 2: as many votes as seats, and the most votes win.
import { ok } from '@comitium/basics';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { readVotes } from '../read-votes.ts';
import { leftoversOf, votesByChoice } from '../story.ts';

/** As many votes as seats, one for a choice each, and the most votes win. Rules: SPEC.md. */
export const blockPlurality = defineMethod({
  name: 'block-plurality',
  title: 'Block plurality (multiple non-transferable vote)',
  source: 'Local Elections (Principal Areas) (England and Wales) Rules 2006, schedule 2',
  forms: ['choose', 'rank'],
  seats: 'several',
  measure: 'approvals',
  options: {},
  count(task) {
    const { ballots, seats, standing, votes } = task;
    const { counts, leftovers } = readVotes(ballots, seats);
    return ok(
      decideAtOnce(task, {
        votes: votesByChoice(ballots.choices, counts, votes),
        leftovers: leftoversOf(leftovers, votes),
        compare: (a, b) => counts[a]! - counts[b]!,
        able: standing.filter((choice) => counts[choice]! > 0),
        reason: 'most-votes',
      }),
    );
  },
});
