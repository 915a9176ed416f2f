import { createLiveFeed } from '@comitium/client';
import { sendRequest } from './send-request.ts';
import { mayHaveSession } from './session-token.ts';

/** A ticket for private topics while somebody is signed in; without one the feed shows what everybody may see. */
const getTicket = async (): Promise<string | undefined> => {
  if (!mayHaveSession()) return undefined;
  const answer = await sendRequest<{ readonly ticket: string }>('live/ticket', { method: 'POST' });
  return answer.ok ? answer.value.body.ticket : undefined;
};

/** The one connection of the page; nothing is connected until something is watched. */
export const liveFeed = createLiveFeed({ url: window.location.origin, getTicket });
