// Representation of the People Act 1867 (United Kingdom), section 9: fewer votes than seats.
import { err, ok } from '@comitium/basics';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { readVotes } from '../read-votes.ts';
import { leftoversOf, votesByChoice } from '../story.ts';

/** Fewer votes than seats, one for a choice each, and the most votes win. Rules: SPEC.md. */
export const limitedVote = defineMethod({
  name: 'limited-vote',
  title: 'Limited vote',
  source: 'Representation of the People Act 1867 (United Kingdom), section 9',
  forms: ['choose', 'rank'],
  seats: 'several',
  measure: 'approvals',
  options: {
    votes: {
      kind: 'whole',
      min: 1,
      max: 32_000,
      default: null,
      about: 'Votes that each voter has; one fewer than seats, and at least one, unless given.',
    },
  },
  count(task) {
    const { ballots, seats, standing, votes, options } = task;
    const most = options.votes ?? Math.max(1, seats - 1);
    if (most > seats)
      return err([
        {
          code: 'option_invalid',
          field: 'votes',
          message: `votes must be at most the ${seats} seats; there are ${most}.`,
        },
      ]);
    const { counts, leftovers } = readVotes(ballots, most);
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
