import { err, ok, type Result } from '@comitium/basics';
import type { AuditDrawBody } from '@comitium/contract';
import { drawBatches, drawSample, drawTickets, shortTicket } from '@comitium/tally/audits';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { readBounds } from './plan-audit.ts';
import { readWhole } from './read-audit-arguments.ts';
import { readContest } from './read-contest.ts';
import { type Manifest, readManifest } from './read-manifest.ts';

export interface DrawOptions {
  readonly seed: string;
  readonly count?: string | undefined;
  readonly skip: string;
  readonly sampler: string;
  readonly replace: boolean;
  readonly idForm: string;
  readonly results?: string | undefined;
  readonly winners?: string | undefined;
  readonly batches: string;
}

type Draw = AuditDrawBody['draws'][number];
type Drawn = Pick<Draw, 'batch' | 'position' | 'ticket'>;

/** Papers of a manifest, or with `results` whole batches in proportion to their error bounds, drawn by a seed. */
export const drawPapers = (
  path: string,
  options: DrawOptions,
  progress: (words: () => string) => void,
): Result<AuditDrawBody, CommandProblem[]> => {
  const [count, skip] = [readWhole('count', options.count), readWhole('skip', options.skip, 0)];
  if (!count.ok) return count;
  if (!skip.ok) return skip;
  if (options.sampler !== 'counter' && options.sampler !== 'tickets')
    return err([ofArgument('sampler_unknown', 'The samplers are counter and tickets.')]);
  const manifest = readManifest(path);
  if (!manifest.ok) return manifest;
  const all = count.value + skip.value;
  const asked = { manifest: manifest.value, all, options, progress };
  const drawn = options.results === undefined ? papersOf(asked) : batchesOf(path, options.results, asked);
  if (!drawn.ok) return drawn;
  return ok({
    version: 1,
    kind: 'draw',
    seed: options.seed,
    sampler: options.sampler,
    replace: options.replace,
    population: options.results === undefined ? manifest.value.ballots : manifest.value.batches.length,
    unit: options.results === undefined ? 'ballots' : 'batches',
    draws: numbered(drawn.value).slice(skip.value),
  });
};

interface Asked {
  readonly manifest: Manifest;
  readonly all: number;
  readonly options: DrawOptions;
  readonly progress: (words: () => string) => void;
}

const numbered = (drawn: readonly Drawn[]): Draw[] => {
  const seen = new Map<string, number>();
  return drawn.map((one, at) => {
    const key = `${one.batch}\n${one.position}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { ...one, draw: at + 1, times };
  });
};

const papersOf = (asked: Asked): Result<Drawn[], CommandProblem[]> => {
  const { manifest, all, options } = asked;
  if (!options.replace && all > manifest.ballots)
    return err([ofArgument('count_invalid', `There are only ${manifest.ballots} papers.`)]);
  return options.sampler === 'tickets' ? byTickets(asked) : ok(byCounter(asked));
};

/** Numbers of the whole manifest, box after box; without replacement those drawn before are passed over, as Rivest's program does. */
const byCounter = ({ manifest, all, options }: Asked): Drawn[] => {
  const placeOf = createPlaces(manifest);
  const drawn: Drawn[] = [];
  const seen = new Set<number>();
  for (let wanted = all; drawn.length < all; wanted *= 2) {
    drawn.length = 0;
    seen.clear();
    const numbers = drawSample(options.seed, { ballots: manifest.ballots, count: wanted });
    for (const [at, number] of numbers.entries()) {
      if (drawn.length === all) break;
      if (!options.replace && seen.has(number)) continue;
      seen.add(number);
      drawn.push({ ...placeOf(number), ticket: `#${at + 1}` });
    }
  }
  return drawn;
};

/** From the number of a paper in the whole manifest, from 1, to its batch and place. */
const createPlaces = ({ batches }: Manifest) => {
  const ends: number[] = [];
  for (const { ballots } of batches) ends.push((ends.at(-1) ?? 0) + ballots);
  return (number: number): { readonly batch: string; readonly position: number } => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (ends[middle]! >= number) high = middle;
      else low = middle + 1;
    }
    return { batch: batches[low]!.name, position: number - (ends[low - 1] ?? 0) };
  };
};

const byTickets = ({ manifest, all, options, progress }: Asked): Result<Drawn[], CommandProblem[]> => {
  if (!options.idForm.includes('{batch}') || !options.idForm.includes('{position}'))
    return err([ofArgument('id_form_invalid', 'The form of ids must hold {batch} and {position}.')]);
  const places = new Map<string, Pick<Drawn, 'batch' | 'position'>>();
  const drawn = drawTickets(idsOf(manifest, options.idForm), options.seed, {
    count: all,
    replace: options.replace,
    onProgress: (ids) => progress(() => `tickets: ${Math.floor((100 * ids) / manifest.ballots)} %`),
  });
  const wanted = new Set(drawn.map(({ id }) => id));
  for (const { name, ballots } of manifest.batches)
    for (let position = 1; position <= ballots; position++) {
      const id = idOf(options.idForm, name, position);
      if (wanted.has(id)) places.set(id, { batch: name, position });
    }
  return ok(drawn.map(({ id, ticket }) => ({ ...places.get(id)!, ticket: shortTicket(ticket, 18) })));
};

const idOf = (form: string, batch: string, position: number): string =>
  form.replaceAll('{batch}', () => batch).replaceAll('{position}', () => String(position));

function* idsOf({ batches }: Manifest, form: string): Iterable<string> {
  for (const { name, ballots } of batches)
    for (let position = 1; position <= ballots; position++) yield idOf(form, name, position);
}

const millionths = 1_000_000;

const batchesOf = (
  path: string,
  results: string,
  { all, options }: Asked,
): Result<Drawn[], CommandProblem[]> => {
  if (options.sampler !== 'counter' || !options.replace)
    return err([
      ofArgument('sampler_unknown', 'Batches are drawn by the counter, with replacement: chances differ.'),
    ]);
  const contest = readContest(results, { winners: options.winners, part: options.batches });
  if (!contest.ok) return contest;
  const read = readBounds(contest.value, path);
  if (!read.ok) return read;
  const { bounds, manifest } = read.value;
  const total = bounds.reduce((sum, bound) => sum + bound, 0);
  const weights = bounds.map((bound) => Math.round((bound / total) * millionths * 1_000));
  const drawn = drawBatches(options.seed, { weights, count: all });
  return ok(
    drawn.map((batch, at) => ({
      batch: manifest.batches[batch]!.name,
      position: null,
      ticket: `#${at + 1}`,
    })),
  );
};
