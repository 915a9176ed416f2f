import { err, ok, type Result } from '@comitium/basics';
import { checkMessageSettings } from './check-message-settings.ts';
import type { Setting } from './setting.ts';
import { type Config, settings } from './settings.ts';

/** The configuration from the environment, or every problem in it at once, one sentence each. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, string[]> => {
  const problems = unknownVariables(environment);
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<Setting<unknown>>(settings)) {
    const given = environment[setting.variable];
    if (given === undefined || given === '') {
      values[name] = setting.fallback;
      continue;
    }
    const parsed = setting.kind.parse(given);
    if (parsed.ok) values[name] = parsed.value;
    else problems.push(`${setting.variable} ${parsed.error}.`);
  }
  if (problems.length > 0) return err(problems);
  const config = values as Config;
  const unfit = checkMessageSettings(config);
  return unfit.length > 0 ? err(unfit) : ok(config);
};

const unknownVariables = (environment: Readonly<Record<string, string | undefined>>): string[] => {
  const known = new Set(Object.values<Setting<unknown>>(settings).map((setting) => setting.variable));
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('COMITIUM_') && !known.has(variable))
    .map((variable) => `${variable} is not a setting of this program.`);
};
