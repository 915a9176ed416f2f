import { originOf } from '../../platform/access/origin.ts';
import type { ElectionChange } from './change-election.ts';

/** What every change of an election takes from its request. */
export const changeOf = (call: {
  readonly params: { readonly election: string };
  readonly caller: Parameters<typeof originOf>[0]['caller'];
  readonly request: Parameters<typeof originOf>[0]['request'];
}): ElectionChange => ({
  election: call.params.election,
  origin: originOf(call),
  ifMatch: call.request.headers['if-match'],
});
