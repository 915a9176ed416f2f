import { type Nation, type NightProgress, simulateNight } from '@comitium/demo';
import { correspondentEmail } from './demo-accounts.ts';
import type { DemonstrationOptions } from './demonstration-options.ts';

export interface Night {
  readonly url: string;
  readonly nation: Nation;
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

/** Plays the night through the public API; a night that was played before passes quickly, since its keys are known. */
export const playNight = async ({ url, nation, options, password, say, signal }: Night): Promise<void> => {
  say(
    `The night begins: ${nation.election.sheetCount.toLocaleString('en')} sheets in ${options.minutes} minutes.`,
  );
  let told = performance.now();
  const report = await simulateNight({
    url,
    nation,
    minutes: options.minutes,
    correspondent: (district) => ({ email: correspondentEmail(district), password }),
    dataAdmin: { email: 'desk@comitium.example', password },
    signal,
    onProgress: (progress) => {
      if (performance.now() - told < tellEveryMs) return;
      told = performance.now();
      say(describe(progress));
    },
  });
  if (!report.ok) throw new Error(`the night stopped: ${JSON.stringify(report.error)}`);
  if (report.value.ended === 'complete') say('The night is over; every sheet is in.');
};
