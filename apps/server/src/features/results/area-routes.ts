import { CallBody, OptionalReasonBody, ReasonBody } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { callArea } from './call-area.ts';
import { certifyArea } from './certify-area.ts';
import type { ResultsContext } from './results-context.ts';
import { electionOf, personOf } from './sheet-routes.ts';
import { withdrawCall } from './withdraw-call.ts';

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });
const place = {
  area: Type.String({ minLength: 1, maxLength: 64 }),
  race: Type.Optional(Type.String({ maxLength: 64 })),
};

/** Whole areas: certify, take it back, call, withdraw a call. */
export const areaRoutes = (context: ResultsContext): Route[] => [
  certifyRoute(context, 'certify'),
  certifyRoute(context, 'uncertify'),
  route({
    method: 'POST',
    path: '/elections/:election/results/calls',
    summary: 'Calls an area for a choice, ahead of the arithmetic.',
    access: requires('calls.make', 'election'),
    params,
    body: CallBody,
    status: 201,
    idempotent: true,
    handler: async ({ params: { election: code }, body, caller, request }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      return callArea(context, election.value, { ...body, caller: personOf(caller), requestId: request.id });
    },
  }),
  route({
    method: 'DELETE',
    path: '/elections/:election/results/calls/:race/:area',
    summary: 'Withdraws a call.',
    access: requires('calls.make', 'election'),
    params: Type.Object({
      ...params.properties,
      race: Type.String({ maxLength: 64 }),
      area: Type.String({ maxLength: 64 }),
    }),
    body: ReasonBody,
    handler: async ({ params: { election: code, race, area }, body, caller, request }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      const asked = { race, area, reason: body.reason, caller: personOf(caller), requestId: request.id };
      return withdrawCall(context, election.value, asked);
    },
  }),
];

const certifyRoute = (context: ResultsContext, by: 'certify' | 'uncertify'): Route =>
  route({
    method: 'POST',
    path: `/elections/:election/results/${by}-area`,
    summary:
      by === 'certify'
        ? 'Certifies every sheet of a complete area at once.'
        : 'Takes the certification of an area back by decision, with a reason.',
    access: requires('sheets.certify', 'election'),
    params,
    body: Type.Object(
      { ...place, ...(by === 'certify' ? OptionalReasonBody : ReasonBody).properties },
      { additionalProperties: false },
    ),
    handler: async ({ params: { election: code }, body, caller, request }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      const { area, race, reason } = body as { area: string; race?: string; reason?: string };
      return certifyArea(context, election.value, {
        caller: personOf(caller),
        area,
        ...(race === undefined ? {} : { race }),
        reason: reason ?? null,
        by,
        requestId: request.id,
      });
    },
  });
