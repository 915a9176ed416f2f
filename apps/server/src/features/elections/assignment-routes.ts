import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import { Page, PageQuery, type Problem, problem, type Role } from '@comitium/contract';
import { type Static, Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { allows, type Caller } from '../../platform/access/allows.ts';
import { originOf } from '../../platform/access/origin.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { GrantRow, PersonRow } from '../accounts/index.ts';
import { pageOf } from '../territory/index.ts';
import type { ElectionFacts } from './election-facts.ts';
import { ElectionParams } from './election-routes.ts';
import type { ElectionsDependencies } from './elections-dependencies.ts';
import { type ElectionsTools, requireElection } from './elections-tools.ts';
import { describePlace, Place } from './place.ts';

type Accounts = ElectionsDependencies['accounts'];

const assignedRoles = ['correspondent', 'polling_agent'] as const satisfies readonly Role[];

/** Somebody who sends sheets from an area and all below it; `area` is null for the whole election. */
const Assignment = Type.Object({
  id: Type.String(),
  /** `contact` is a masked e-mail address or phone number, empty where there is none. */
  person: Type.Object({ id: Type.String(), name: Type.String(), contact: Type.String() }),
  role: Type.String(),
  area: Type.Union([Place, Type.Null()]),
  startsAt: Type.String(),
  endsAt: Type.Union([Type.String(), Type.Null()]),
});
const AssignmentQuery = Type.Object({
  ...PageQuery.properties,
  user: Type.Optional(Type.String({ maxLength: 254 })),
});
const AssignBody = Type.Object(
  {
    user: Type.String({ minLength: 1, maxLength: 254 }),
    area: Type.String({ minLength: 1, maxLength: 64 }),
    role: Type.Enum([...assignedRoles]),
  },
  { additionalProperties: false },
);
const GrantParams = Type.Object({ ...ElectionParams.properties, grant: Type.String({ maxLength: 64 }) });

export const assignmentRoutes = (tools: ElectionsTools, accounts: Accounts): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/assignments',
    summary: 'Who sends sheets from where in this election, as far as the caller manages people there.',
    access: requires('people.manage', 'election'),
    params: ElectionParams,
    query: AssignmentQuery,
    answer: Page(Assignment),
    handler: async ({ params, query, caller }) => {
      const election = await requireElection(tools, params.election, caller);
      if (!election.ok) return election;
      return listAssignments(accounts, election.value, { ...query, caller, now: tools.platform.clock.now() });
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/assignments',
    summary: 'Assign a correspondent or polling agent to a polling station, or to an area and all below it.',
    access: requires('people.manage', 'election'),
    params: ElectionParams,
    body: AssignBody,
    answer: Assignment,
    status: 201,
    idempotent: true,
    handler: async (call) => {
      const election = await requireElection(tools, call.params.election, call.caller);
      if (!election.ok) return election;
      const person = await findPerson(accounts, call.body.user);
      if (person === undefined) return err(problem('user_not_found', `Nobody is called ${call.body.user}.`));
      const given = await accounts.giveGrant({
        ...originOf(call),
        personId: person.id,
        role: call.body.role,
        scope: { election: election.value.id, area: call.body.area },
        endsAt: null,
      });
      return given.ok ? describeNew(accounts, election.value, { grant: given.value, person }) : given;
    },
  }),
  route({
    method: 'DELETE',
    path: '/elections/:election/assignments/:grant',
    summary: 'End an assignment.',
    access: requires('people.manage', 'election'),
    params: GrantParams,
    handler: async (call) => {
      const { election: reference, grant: grantId } = call.params;
      const election = await requireElection(tools, reference, call.caller);
      if (!election.ok) return election;
      const [grant] = isUuid(grantId)
        ? await accounts.listGrants({ ...here(election.value), id: grantId })
        : [];
      if (grant === undefined) return err(problem('grant_not_found', 'There is no such assignment.'));
      return accounts.revokeGrant({ ...originOf(call), grantId });
    },
  }),
];

const here = ({ id }: ElectionFacts) => ({ electionId: id, roles: assignedRoles });

const findPerson = async (accounts: Accounts, user: string): Promise<PersonRow | undefined> =>
  isUuid(user) ? accounts.findPersonById(user as UserId) : accounts.findPersonByIdentity(user);

interface AssignmentsWish extends Static<typeof AssignmentQuery> {
  readonly caller: Caller;
  readonly now: Date;
}

const listAssignments = async (
  accounts: Accounts,
  election: ElectionFacts,
  { user, caller, now, ...page }: AssignmentsWish,
): Promise<Result<unknown, Problem>> => {
  const person = user === undefined ? undefined : await findPerson(accounts, user);
  if (user !== undefined && person === undefined)
    return err(problem('user_not_found', `Nobody is called ${user}.`));
  const persons = person === undefined ? {} : { personIds: [person.id] };
  const grants = (await accounts.listGrants({ ...here(election), ...persons })).filter((grant) =>
    allows(caller, 'people.manage', { electionId: election.id, areaPath: pathOf(election, grant) }, now),
  );
  const found = pageOf(grants, page, ({ id }) => id);
  if (!found.ok) return found;
  const contacts = await accounts.maskedIdentities(found.value.items.map(({ personId }) => personId));
  const items = await Promise.all(
    found.value.items.map(async (grant) =>
      describeAssignment(election, grant, {
        name: (await accounts.findPersonById(grant.personId))?.name ?? '',
        contact: contacts.get(grant.personId) ?? '',
      }),
    ),
  );
  return ok({ items, nextCursor: found.value.nextCursor });
};

const pathOf = ({ register }: ElectionFacts, { areaId }: GrantRow) => {
  const area = areaId === null ? undefined : register.find(areaId);
  return area === undefined ? [] : register.path(area).flatMap((index) => register.ids[index] ?? []);
};

const describeNew = async (
  accounts: Accounts,
  election: ElectionFacts,
  { grant, person }: { grant: GrantRow; person: PersonRow },
): Promise<Result<unknown, Problem>> => {
  const contact = (await accounts.maskedIdentities([person.id])).get(person.id) ?? '';
  return ok(describeAssignment(election, grant, { name: person.name, contact }));
};

const describeAssignment = (
  { register }: ElectionFacts,
  grant: GrantRow,
  { name, contact }: { name: string; contact: string },
): Static<typeof Assignment> => {
  const area = grant.areaId === null ? undefined : register.find(grant.areaId);
  return {
    id: grant.id,
    person: { id: grant.personId, name, contact },
    role: grant.role,
    area: area === undefined ? null : describePlace(register, area),
    startsAt: grant.startsAt.toISOString(),
    endsAt: grant.endsAt?.toISOString() ?? null,
  };
};
