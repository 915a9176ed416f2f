// Minneapolis Code of Ordinances, Title 8.5, Chapter 167, §§ 167.20 and 167.70 (tabulation of elections to several offices).
import { ok } from '@comitium/basics';
import { totalWeight } from '../../ballots/ballots.ts';
import { multiplyDivide } from '../../exact/rounding.ts';
import { defineMethod } from '../define-method.ts';
import { droopQuota } from '../stages/droop-quota.ts';
import { openSorted } from '../stages/open-sorted.ts';
import { sureLosers } from '../stages/sure-losers.ts';
import { transferableVote } from '../stages/transferable-vote.ts';
import { countWeighted, type Exclusion, type WeightedCount } from '../stages/weighted-inclusive.ts';
import { minneapolisOptions } from './minneapolis-options.ts';
import { pickByLot } from './pick-by-lot.ts';

/** § 167.20: surplus fractions and transfer values have four decimal places. */
const places = 4;
const unit = 10 ** places;

/** The single transferable vote of Minneapolis boards. Rules: SPEC.md. */
export const minneapolisStv = defineMethod({
  name: 'minneapolis-stv',
  title: 'Minneapolis STV',
  source: 'Minneapolis Code of Ordinances, §§ 167.20 and 167.70',
  ...transferableVote,
  options: minneapolisOptions,
  count(task) {
    const { ballots, seats, options } = task;
    const undeclared = [...ballots.choices.keys()].filter(
      (choice) => ballots.choices[choice]!.writeIn === 'undeclared' && !ballots.choices[choice]!.withdrawn,
    );
    const opened = openSorted(task, places, [...task.standing, ...undeclared]);
    if (!opened.ok) return opened;
    const { book, papers } = opened.value;
    const quota = droopQuota(papers.validWeight, ballots, seats) * book.unitsPerVote;
    const maximum = droopQuota(totalWeight(ballots), ballots, seats) * book.unitsPerVote;
    const reaching = options.ordinance === '2013' ? 'below' : 'not-above';
    const hopeless = (state: WeightedCount): Exclusion[] => {
      const leaving = undeclared.filter((choice) => book.inCount[choice] === 1);
      const losers = sureLosers(state, { quota, reaching, leaving });
      return leaving.length > 0 ? [{ choices: leaving, reason: 'undeclared-write-in' }, ...losers] : losers;
    };
    return ok(
      countWeighted(
        { task, book, papers },
        {
          places,
          quota: () => quota,
          transferValue: (value, surplus, votes) => {
            const fraction = multiplyDivide(surplus, unit, { by: votes, rounding: 'down' });
            return multiplyDivide(value, fraction, { by: unit, rounding: 'down' });
          },
          thresholds: () => [
            { kind: 'quota', units: quota },
            ...(book.round() === 1 ? [{ kind: 'maximum-quota', units: maximum } as const] : []),
          ],
          hopeless,
          elects: options.winners === 'one' ? 'at-transfer' : 'all',
          passesZero: false,
          movesLast: options.ordinance === '2009',
          choose: (question) => pickByLot(task, book, question),
        },
      ),
    );
  },
});
