// The life of a message; docs/state-machines/message.md draws it.
export const channels = ['sms', 'email', 'push'] as const;
export type Channel = (typeof channels)[number];

export const messageStates = ['waiting', 'sending', 'sent', 'dead', 'expired', 'discarded'] as const;
export type MessageState = (typeof messageStates)[number];

/** What happens to a message: `claim` before it is handed to a gateway, the rest by what came of it or who decides. */
export const messageSteps = ['claim', 'accept', 'postpone', 'fail', 'expire', 'retry', 'discard'] as const;
export type MessageStep = (typeof messageSteps)[number];

const arrows: Readonly<Record<MessageState, Partial<Record<MessageStep, MessageState>>>> = {
  waiting: { claim: 'sending', fail: 'dead', expire: 'expired' },
  sending: { accept: 'sent', postpone: 'waiting', fail: 'dead', expire: 'expired' },
  dead: { retry: 'waiting', discard: 'discarded' },
  sent: {},
  expired: {},
  discarded: {},
};

/** The state after a step, or null where there is no such arrow. */
export const stateAfter = (state: MessageState, step: MessageStep): MessageState | null =>
  arrows[state][step] ?? null;

/** The states that a step may begin in. */
export const statesBefore = (step: MessageStep): readonly MessageState[] =>
  messageStates.filter((state) => stateAfter(state, step) !== null);

/** Nothing happens to it any more by itself. */
export const isSettled = (state: MessageState): boolean => state !== 'waiting' && state !== 'sending';
