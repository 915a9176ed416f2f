import {
  isForGood,
  type Nation,
  type NightProgress,
  type RestOfNight,
  restOfNight,
  simulateNight,
  subjectOf,
} from '@comitium/demo';
import type { App } from '../build-app.ts';
import { listArrivedSheets, takesSheets } from '../features/results/index.ts';
import { correspondentEmail } from './demo-accounts.ts';
import type { DemonstrationOptions } from './demonstration-options.ts';
import { openRefusedMessages, type RefusedMessages } from './refused-messages.ts';

export interface Night {
  readonly app: App;
  readonly url: string;
  readonly nation: Nation;
  /** Where the night's refusals are remembered. */
  readonly dataDir: string;
  readonly options: DemonstrationOptions;
  readonly password: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const tellEveryMs = 30_000;

const describe = ({
  accepted,
  replayed,
  held,
  corrected,
  conflicts,
  refused,
  lagMs,
}: NightProgress): string => {
  const late = lagMs > 2000 ? `, ${Math.round(lagMs / 1000)} s behind the plan` : '';
  const known = replayed > 0 ? `, ${replayed} known already` : '';
  return `  ${accepted} accepted, ${held} held, ${corrected} corrected${known}, ${conflicts + refused} refused${late}`;
};

/**
 * Plays the night through the public API, or what is left of it: a night that was interrupted goes on where it stopped, and
 * of one that is over nothing is sent.
 */
export const playNight = async (night: Night): Promise<void> => {
  const { nation, options, say } = night;
  const { code } = nation.election.body;
  const refused = openRefusedMessages(night.dataDir, code);
  const rest = await findRest(night, refused);
  if (rest === 'over' || rest?.left === 0) return say(over(code, rest === 'over' ? 0 : rest.givenUp));
  say(
    rest === null
      ? `The night begins: ${inWords(nation.election.sheetCount)} sheets in ${options.minutes} minutes.`
      : `The night of ${code} goes on where it stopped; still to come: ${inWords(rest.left)}.`,
  );
  const left = rest === null ? nation : { ...nation, night: rest.night };
  const report = await send({ ...night, nation: left }, refused).finally(refused.keep);
  if (!report.ok) throw new Error(`the night stopped: ${JSON.stringify(report.error)}`);
  if (report.value.ended === 'complete') say(ending(report.value));
};

const over = (code: string, givenUp: number): string => {
  const but = givenUp === 0 ? '' : ` (messages refused for good: ${inWords(givenUp)})`;
  return `The night of ${code} is over, nothing is sent again${but}; the live map shows how it ended.`;
};

const ending = ({ refused, refusals }: NightProgress): string =>
  refused === 0
    ? 'The night is over; every sheet is in.'
    : `The night is over; ${inWords(refused)} of its messages were refused, such as ${refusals[0]?.key}: ${refusals[0]?.detail}`;

const inWords = (count: number): string => count.toLocaleString('en');

/** Null where nothing has come yet. An election that takes no sheets any more has no night to play. */
const findRest = async (
  { app, nation }: Night,
  refused: RefusedMessages,
): Promise<RestOfNight | 'over' | null> => {
  const { code } = nation.election.body;
  const election = await app.elections.book.find(code);
  if (election === null) throw new Error(`the election ${code} was not loaded`);
  if (!takesSheets(election.state)) return 'over';
  const sheets = await listArrivedSheets(app.platform.db, election.id);
  if (sheets.length === 0) return null;
  const arrived = new Map(
    sheets.map(({ station, race, dealtWith }) => [
      subjectOf({ sheet: { station, contest: race } }),
      dealtWith,
    ]),
  );
  return restOfNight(nation, arrived, { refused: refused.keys });
};

const send = ({ url, nation, options, password, say, signal }: Night, refused: RefusedMessages) => {
  let told = performance.now();
  return simulateNight({
    url,
    nation,
    minutes: options.minutes,
    correspondent: (district) => ({ email: correspondentEmail(district), password }),
    dataAdmin: { email: 'desk@comitium.example', password },
    signal,
    onRefused: (refusal) => {
      if (isForGood(refusal)) refused.add(refusal.key);
    },
    onProgress: (progress) => {
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      say(describe(progress));
    },
  });
};
