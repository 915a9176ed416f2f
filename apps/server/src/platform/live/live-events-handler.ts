import type { IncomingMessage, ServerResponse } from 'node:http';
import { EventStream } from './event-stream.ts';
import type { LiveHub } from './live-hub.ts';
import { readLiveRequest } from './live-request.ts';
import { sendProblem } from './send-problem.ts';

/** The caller's address, as the house's rule of trusted proxies has it. */
export type ClientAddress = (request: IncomingMessage) => string;

/** `GET /live/events?topic=…[&ticket=…][&since=…]`: one topic as server-sent events; `Last-Event-ID` resumes. */
export const liveEventsHandler =
  (hub: LiveHub, clientAddress: ClientAddress) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { topic, ticket, since } = readLiveRequest(request);
    const admitted = await hub.admit({ address: clientAddress(request), ticket });
    if (!admitted.ok) {
      sendProblem(response, admitted.error);
      return;
    }
    const stream = new EventStream(response, admitted.value.viewer, hub.parts);
    const leave = hub.enter(stream, admitted.value, 'streams');
    // A client that left while its ticket was looked at has closed the response already.
    if (response.destroyed) {
      leave();
      return;
    }
    response.once('close', leave);
    const error = await stream.watch(topic, since);
    if (error !== undefined) sendProblem(response, error);
  };
