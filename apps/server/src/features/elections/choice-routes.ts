import { Choice } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { ChoiceEditInput, ChoiceInput } from './body-schemas.ts';
import { changeOf } from './change-of.ts';
import { ContestParams } from './contest-routes.ts';
import { createChoice } from './create-choice.ts';
import { deleteChoice } from './delete-choice.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { updateChoice } from './update-choice.ts';

const ChoiceParams = Type.Object({ ...ContestParams.properties, choice: Type.String({ maxLength: 64 }) });

export const choiceRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'POST',
    path: '/elections/:election/contests/:contest/choices',
    summary: 'Add a candidate or list to a ballot, while no sheet of its race exists.',
    access: requires('elections.manage', 'election'),
    params: ContestParams,
    body: ChoiceInput,
    answer: Choice,
    status: 201,
    idempotent: true,
    handler: (call) => createChoice(tools, { ...changeOf(call), contest: call.params.contest }, call.body),
  }),
  route({
    method: 'PATCH',
    path: '/elections/:election/contests/:contest/choices/:choice',
    summary: 'Change name or colour; the party only while no sheet of the race exists.',
    access: requires('elections.manage', 'election'),
    params: ChoiceParams,
    body: ChoiceEditInput,
    answer: Choice,
    handler: (call) => {
      const { contest, choice } = call.params;
      return updateChoice(tools, { ...changeOf(call), contest, choice }, call.body);
    },
  }),
  route({
    method: 'DELETE',
    path: '/elections/:election/contests/:contest/choices/:choice',
    summary: 'Take a choice off a ballot, while no sheet of its race exists.',
    access: requires('elections.manage', 'election'),
    params: ChoiceParams,
    handler: (call) => {
      const { contest, choice } = call.params;
      return deleteChoice(tools, { ...changeOf(call), contest, choice });
    },
  }),
];
