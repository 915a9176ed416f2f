// The real hub on a plain server: one restricted topic whose state changes HZ times a second.
//   node hub-server.ts PORT FRAME_BYTES HZ
import { createServer } from 'node:http';
import { ok } from '@comitium/basics';
import { attachLive, LiveHub } from '../../../apps/server/src/platform/live/index.ts';
import { topic } from './bench-topic.ts';

const [port = 0, frameBytes = 512, hz = 1] = process.argv.slice(2).map(Number);
let round = 0;

const hub = new LiveHub({
  redeemTicket: async () => ok({ kind: 'anonymous' }),
  onError: (error) => console.error(error),
  settings: { connectionsPerAddress: 100_000 },
});
/** op, topic, numbers and braces of an update around the text below. */
const envelope =
  `{"op":"update","topic":"${topic}","seq":1234567890123,"prev":1234567890123,"data":{"text":""}}`.length;
hub.register({
  name: topic.split(':')[0] ?? '',
  pattern: topic,
  access: { kind: 'everyone' },
  rateHz: hz,
  parse: () => ok({}),
  mayWatch: () => true,
  snapshot: async () => ({ text: String(round).padStart(frameBytes - envelope, '.') }),
});

const server = createServer((_request, response) => response.end());
attachLive(server, hub, { clientAddress: (request) => request.socket.remoteAddress ?? '' });
server.listen(port, '127.0.0.1');
setInterval(() => {
  round += 1;
  hub.touch(() => true);
}, 1000 / hz);
process.once('SIGTERM', () => process.exit(0));
