import WebSocket from 'ws';

interface Received {
  readonly op: string;
  readonly topic?: string;
  readonly seq?: number;
}

/** A client of the live feed that asks for more and more and reads nothing until told to. */
export interface SlowReader {
  /** Asks for these topics' whole states once more. */
  ask(topics: readonly string[]): void;
  readOn(): void;
  /** The newest number of each topic that was read. */
  readonly newest: ReadonlyMap<string, number>;
  readonly messages: () => number;
  close(): void;
}

export const openSlowReader = async (url: string): Promise<SlowReader> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { perMessageDeflate: false });
  const newest = new Map<string, number>();
  let messages = 0;
  socket.on('message', (data) => {
    const { op, topic, seq } = JSON.parse(String(data)) as Received;
    if (op !== 'snapshot' && op !== 'update') return;
    messages += 1;
    if (topic !== undefined && seq !== undefined) newest.set(topic, seq);
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.pause();
  return {
    ask: (topics) => {
      for (const topic of topics) socket.send(JSON.stringify({ op: 'subscribe', topic }));
    },
    readOn: () => socket.resume(),
    newest,
    messages: () => messages,
    close: () => socket.terminate(),
  };
};
