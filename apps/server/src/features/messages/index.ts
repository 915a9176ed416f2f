export { createMessages, type Messages } from './create-messages.ts';
export type { OutgoingMessage } from './send-message.ts';
