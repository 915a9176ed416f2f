// `npm start`: everything in one process, a nation that can be watched, and its night.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, type Result } from '@comitium/basics';
import { asNation, generateGhana, type Nation, readGhanaBoundaries, spainNation } from '@comitium/demo';
import type { Config } from '../platform/config/settings.ts';
import { runUntilSignal } from '../run-until-signal.ts';
import { type Served, serve } from '../serve.ts';
import { signIn } from './api-client.ts';
import { correspondentEmail, demoLogins, demoPassword, ensurePeople } from './demo-accounts.ts';
import { demoRoutes } from './demo-routes.ts';
import { type DemonstrationOptions, readDemonstrationOptions } from './demonstration-options.ts';
import { loadNation } from './load-nation.ts';
import { playNight } from './play-night.ts';

export interface DemonstrationIo {
  readonly say: (line: string) => void;
  readonly rest: readonly string[];
}

export const startDemonstration = async (
  config: Config,
  { say, rest }: DemonstrationIo,
): Promise<Result<void, string>> => {
  const options = readDemonstrationOptions(rest);
  if (!options.ok) return options;
  const missing = missingData(options.value);
  if (missing !== null) return err(missing);
  say('Starting the database and the server …');
  // All correspondents of the simulated night sign in from this one address.
  const roomy = { ...config, signInsPerAddress: 6000, logLevel: quietUnlessAsked(config) };
  const served = await serve(roomy, { withJobs: true, moreRoutes: demoRoutes(demoLogins) });
  if (!served.ok) return served;
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await served.value.stop();
  };
  // Listened for from the first moment, so that Ctrl-C ends cleanly while the nation is still loading.
  const ended = runUntilSignal(stop);
  try {
    const played = prepareAndPlay(served.value, {
      ...{ config, options: options.value, say },
      signal: stopping.signal,
    });
    // What is being loaded waits for its answers: the end does not wait for it.
    await Promise.race([played, ended]);
  } catch (error) {
    if (stopping.signal.aborted) return ended;
    await stop();
    return err(`The demonstration could not be loaded: ${(error as Error).message}`);
  }
  return ended;
};

/** People watch this terminal: only what needs them is logged, unless the level was set. */
const quietUnlessAsked = ({ logLevel }: Config): Config['logLevel'] =>
  logLevel === 'info' ? 'warn' : logLevel;

const missingData = ({ country, data }: DemonstrationOptions): string | null => {
  if (country === 'ghana' || existsSync(join(data, 'spain'))) return null;
  return `Spain's figures are not part of this program: give the folder that holds them with --data (looked in ${data}).`;
};

interface Play {
  readonly config: Config;
  readonly options: DemonstrationOptions;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const prepareAndPlay = async (served: Served, { config, options, say, signal }: Play): Promise<void> => {
  const { app, url, local } = served;
  const password = demoPassword(config.dataDir, config.demoPassword);
  const staff = demoLogins.map(({ email, name, role }) => ({ email, name, grants: [{ role }] }));
  await ensurePeople(app.platform, staff, password);
  const adminCredentials = { email: 'admin@comitium.example', password };
  const admin = await signIn(local, adminCredentials);
  const nation = await chooseNation(options);
  await loadNation({ url: local, admin, adminCredentials, say }, nation);
  const correspondents = await correspondentsOf(served, nation);
  await ensurePeople(app.platform, correspondents, password);
  say(welcome({ url, nation, password, correspondent: correspondents[0]?.email ?? '' }));
  if (options.night) {
    const { dataDir } = config;
    await playNight({ app, url: local, nation, dataDir, options, password, say, signal });
  }
};

const chooseNation = async ({ country, data }: DemonstrationOptions): Promise<Nation> => {
  if (country === 'spain') {
    const spain = await spainNation(data);
    if (spain.ok) return spain.value;
    throw new Error(`${spain.error.file}: ${spain.error.detail}`);
  }
  const ghana = generateGhana();
  return asNation(ghana, await readGhanaBoundaries(ghana, data));
};

const correspondentsOf = async ({ app }: Served, nation: Nation) => {
  const election = await app.elections.book.find(nation.election.body.code);
  if (election === null) throw new Error(`the election ${nation.election.body.code} was not loaded`);
  return nation.correspondents.map(({ area, name }) => {
    const areaId = election.register.ids[election.register.find(area) ?? -1] ?? null;
    const grants = [{ role: 'correspondent' as const, electionId: election.id, areaId }];
    return { email: correspondentEmail(area), name: `Correspondent, ${name}`, grants };
  });
};

const welcome = (facts: { url: string; nation: Nation; password: string; correspondent: string }): string =>
  [
    '',
    `  ${facts.nation.name} is ready at ${facts.url}`,
    `  The live map: ${facts.url}/elections/${facts.nation.election.body.code}`,
    `  What it would send by SMS and e-mail: ${facts.url}/dev/mailbox`,
    '',
    `  Demonstration accounts, all with the password ${facts.password}`,
    ...demoLogins.map(({ email, name }) => `    ${email.padEnd(36)} ${name}`),
    `    ${facts.correspondent.padEnd(36)} one of the ${facts.nation.correspondents.length} correspondents`,
    '',
    ...facts.nation.notes.slice(0, 1).map((note) => `  ${note}`),
    '  Ctrl-C ends; the data stays.',
    '',
  ].join('\n');
