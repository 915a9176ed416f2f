// Socket.IO as its manual has it: one event to everybody, HZ times a second.
//   node socket-io-server.ts PORT FRAME_BYTES HZ
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const [port = 0, frameBytes = 512, hz = 1] = process.argv.slice(2).map(Number);
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
/** `42["update",""]` around it. */
const text = 'x'.repeat(frameBytes - 14);
setInterval(() => io.emit('update', text), 1000 / hz);
http.listen(port, '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
