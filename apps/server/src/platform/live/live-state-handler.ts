import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFresh } from '../http/is-fresh.ts';
import type { ClientAddress } from './live-events-handler.ts';
import type { LiveHub } from './live-hub.ts';
import { readLiveRequest } from './live-request.ts';
import { sendProblem } from './send-problem.ts';

const cacheControl = {
  public: 'public, max-age=0, s-maxage=1, stale-while-revalidate=5',
  private: 'private, no-store',
};

/** `GET /live/state?topic=…[&ticket=…]`: a topic's present state for clients that can only poll, with an ETag. */
export const liveStateHandler =
  (hub: LiveHub, clientAddress: ClientAddress) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { topic, ticket } = readLiveRequest(request);
    const admitted = await hub.admit({ address: clientAddress(request), ticket });
    if (!admitted.ok) {
      sendProblem(response, admitted.error);
      return;
    }
    const { viewer, release } = admitted.value;
    const state = await hub.currentState(topic, viewer);
    release();
    if (!state.ok) {
      sendProblem(response, state.error);
      return;
    }
    const { seq, data, etag } = state.value;
    const shared = viewer.kind === 'anonymous' ? cacheControl.public : cacheControl.private;
    const headers = { etag, 'cache-control': shared, 'content-type': 'application/json; charset=utf-8' };
    const unchanged = isFresh(request.headers['if-none-match'], etag);
    response.writeHead(unchanged ? 304 : 200, headers);
    response.end(unchanged ? undefined : JSON.stringify({ seq, data }));
  };
