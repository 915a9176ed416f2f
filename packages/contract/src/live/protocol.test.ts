import { expect, test } from 'vitest';
import { ClientMessage } from './client-message.ts';
import { liveCloseCode } from './live-close-code.ts';
import { liveProtocol } from './protocol.ts';
import { ServerMessage } from './server-message.ts';

const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16);
};

test('the wire changes only together with this line: additions here, anything else raises the protocol', () => {
  const wire = JSON.stringify([ClientMessage, ServerMessage, liveCloseCode]);
  expect({ protocol: liveProtocol, wire: fingerprint(wire) }).toEqual({ protocol: 1, wire: '9c9f5b8e' });
});
