export { createMessages, type Messages } from './create-messages.ts';
export { messageEvents } from './message-events.ts';
export type { OutgoingMessage } from './send-message.ts';
