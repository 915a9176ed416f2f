import { err, ok, type Result } from '@comitium/basics';
import { Election, OptionalReasonBody, Page, PageQuery, type Problem, transitions } from '@comitium/contract';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { pageOf } from '../territory/index.ts';
import { CreateElectionInput, UpdateElectionInput } from './body-schemas.ts';
import { etagOf } from './change-election.ts';
import { changeOf } from './change-of.ts';
import { createElection } from './create-election.ts';
import { createRunOff, RunOffBody } from './create-run-off.ts';
import { describeElection } from './describe-election.ts';
import type { ElectionFacts } from './election-facts.ts';
import { type ElectionsTools, electionNotFound, maySeeElection, requireElection } from './elections-tools.ts';
import { moveElection } from './move-election.ts';
import { updateElection } from './update-election.ts';

export const ElectionParams = Type.Object({ election: Type.String({ maxLength: 64 }) });
const TransitionParams = Type.Object({
  ...ElectionParams.properties,
  transition: Type.Enum([...transitions]),
});

export const electionRoutes = (tools: ElectionsTools): Route[] => [
  ...readingRoutes(tools),
  ...creatingRoutes(tools),
  ...changingRoutes(tools),
];

/** With its version as ETag. */
const showElection = async (tools: ElectionsTools, reply: FastifyReply, facts: ElectionFacts) => {
  reply.header('etag', etagOf(facts));
  return ok(await describeElection(tools.book, facts));
};

/** After a change: as it stands now. */
const showChanged = async (
  tools: ElectionsTools,
  reply: FastifyReply,
  { reference, changed }: { reference: string; changed: Result<unknown, Problem> },
): Promise<Result<unknown, Problem>> => {
  if (!changed.ok) return changed;
  const facts = await tools.book.find(reference);
  return facts === null ? err(electionNotFound(reference)) : showElection(tools, reply, facts);
};

const readingRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'GET',
    path: '/elections',
    summary: 'The elections, the latest polling day first; those in setup only for who manages them.',
    access: publicAccess,
    query: PageQuery,
    answer: Page(Election),
    handler: async ({ query, caller }) => {
      const now = tools.platform.clock.now();
      const seen = (await tools.book.list()).filter((facts) => maySeeElection(caller, facts, now));
      const page = pageOf(seen, query, ({ id }) => id);
      if (!page.ok) return page;
      const items = await Promise.all(page.value.items.map((facts) => describeElection(tools.book, facts)));
      return ok({ items, nextCursor: page.value.nextCursor });
    },
  }),
  route({
    method: 'GET',
    path: '/elections/:election',
    summary: 'One election with its races; the ETag is its version.',
    access: publicAccess,
    params: ElectionParams,
    answer: Election,
    handler: async ({ params, caller, reply }) => {
      const facts = await requireElection(tools, params.election, caller);
      return facts.ok ? showElection(tools, reply, facts.value) : facts;
    },
  }),
];

const creatingRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'POST',
    path: '/elections',
    summary: 'Create an election in setup.',
    access: requires('elections.manage', 'platform'),
    body: CreateElectionInput,
    answer: Election,
    status: 201,
    idempotent: true,
    handler: async (call) => {
      const changed = await createElection(tools, call.body, originOf(call));
      return showChanged(tools, call.reply, { reference: call.body.code, changed });
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/run-off',
    summary: 'Create the second round: the same register and parties, and of each ballot the choices named.',
    access: requires('elections.manage', 'platform'),
    params: ElectionParams,
    body: RunOffBody,
    answer: Election,
    status: 201,
    idempotent: true,
    handler: async (call) => {
      const changed = await createRunOff(
        tools,
        { election: call.params.election, body: call.body },
        originOf(call),
      );
      return showChanged(tools, call.reply, { reference: call.body.code, changed });
    },
  }),
];

const changingRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'PATCH',
    path: '/elections/:election',
    summary: 'Change what the body names; If-Match guards against changes in between.',
    access: requires('elections.manage', 'election'),
    params: ElectionParams,
    body: UpdateElectionInput,
    answer: Election,
    handler: async (call) => {
      const changed = await updateElection(tools, changeOf(call), call.body);
      return showChanged(tools, call.reply, { reference: call.params.election, changed });
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/transitions/:transition',
    summary: 'Take the election to its next state; reopening needs a reason.',
    access: requires('elections.manage', 'election'),
    params: TransitionParams,
    body: OptionalReasonBody,
    answer: Election,
    handler: async (call) => {
      const { transition, election } = call.params;
      const { reason } = call.body;
      const changed = await moveElection(tools, { ...changeOf(call), transition, reason });
      return showChanged(tools, call.reply, { reference: election, changed });
    },
  }),
];
