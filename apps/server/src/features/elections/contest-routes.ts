import { err, ok, type Result } from '@comitium/basics';
import { Contest, Page, PageQuery, type Problem, problem } from '@comitium/contract';
import { type Static, Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { pageOf } from '../territory/index.ts';
import { ContestEditInput, ContestInput } from './body-schemas.ts';
import { changeOf } from './change-of.ts';
import { createContest } from './create-contest.ts';
import { deleteContest } from './delete-contest.ts';
import { describeContest } from './describe-election.ts';
import type { ContestFacts, ElectionFacts } from './election-facts.ts';
import { ElectionParams } from './election-routes.ts';
import { type ElectionsTools, requireContest, requireElection } from './elections-tools.ts';
import { findRace } from './find-race.ts';
import { updateContest } from './update-contest.ts';

export const ContestParams = Type.Object({
  ...ElectionParams.properties,
  contest: Type.String({ maxLength: 128 }),
});
const ContestQuery = Type.Object({
  ...PageQuery.properties,
  race: Type.Optional(Type.String({ maxLength: 64 })),
  area: Type.Optional(Type.String({ maxLength: 64 })),
});

export const contestRoutes = (tools: ElectionsTools): Route[] => [
  ...readingRoutes(tools),
  route({
    method: 'POST',
    path: '/elections/:election/contests',
    summary: 'Add a contest in a district of its race.',
    access: requires('elections.manage', 'election'),
    params: ElectionParams,
    body: ContestInput,
    answer: Contest,
    status: 201,
    idempotent: true,
    handler: async (call) => {
      const created = await createContest(tools, changeOf(call), call.body);
      if (!created.ok) return created;
      const facts = await tools.book.find(call.params.election);
      const contest = facts?.contest(created.value);
      if (!facts || contest === undefined)
        return err(problem('contest_not_found', 'It was removed just now.'));
      return ok(describeContest(facts, contest));
    },
  }),
  route({
    method: 'PATCH',
    path: '/elections/:election/contests/:contest',
    summary: 'Change a contest’s name, its seats, or who holds them now.',
    access: requires('elections.manage', 'election'),
    params: ContestParams,
    body: ContestEditInput,
    answer: Contest,
    handler: (call) => updateContest(tools, { ...changeOf(call), contest: call.params.contest }, call.body),
  }),
  route({
    method: 'DELETE',
    path: '/elections/:election/contests/:contest',
    summary: 'Remove a contest with its choices, while no sheet of its race exists.',
    access: requires('elections.manage', 'election'),
    params: ContestParams,
    handler: (call) => deleteContest(tools, { ...changeOf(call), contest: call.params.contest }),
  }),
];

const readingRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/contests',
    summary: 'Contests with their ballots: of a race, of an area and all below it.',
    access: publicAccess,
    params: ElectionParams,
    query: ContestQuery,
    answer: Page(Contest),
    handler: async ({ params, query, caller }) => {
      const election = await requireElection(tools, params.election, caller);
      if (!election.ok) return election;
      const contests = filterContests(election.value, query);
      if (!contests.ok) return contests;
      const page = pageOf(contests.value, query, ({ id }) => id);
      if (!page.ok) return page;
      const items = page.value.items.map((contest) => describeContest(election.value, contest));
      return ok({ items, nextCursor: page.value.nextCursor });
    },
  }),
  route({
    method: 'GET',
    path: '/elections/:election/contests/:contest',
    summary: 'One contest with its ballot.',
    access: publicAccess,
    params: ContestParams,
    answer: Contest,
    handler: async ({ params, caller }) => {
      const election = await requireElection(tools, params.election, caller);
      if (!election.ok) return election;
      const contest = requireContest(election.value, params.contest);
      return contest.ok ? ok(describeContest(election.value, contest.value)) : contest;
    },
  }),
];

const filterContests = (
  election: ElectionFacts,
  { race, area }: Static<typeof ContestQuery>,
): Result<readonly ContestFacts[], Problem> => {
  const wanted = race === undefined ? undefined : findRace(election, race);
  if (wanted !== undefined && !wanted.ok) return wanted;
  const races = wanted === undefined ? election.races : [wanted.value];
  if (area === undefined) return ok(races.flatMap(({ contests }) => contests));
  const index = election.register.find(area);
  if (index === undefined) return err(problem('area_not_found', `The register has no area ${area}.`));
  return ok(races.flatMap((one) => one.contestsBelow(index)));
};
