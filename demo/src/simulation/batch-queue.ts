import type { BatchLine } from '@comitium/contract';

export interface QueuedLine {
  /** Place in the caller's lines, from 1. */
  readonly line: number;
  readonly sheet: BatchLine;
}

export interface QueueLimits {
  readonly window: number;
  readonly stallMs: number;
  /** The clock of waits; that of the process unless a test brings its own. */
  readonly nowMs?: () => number;
}

/** A line that is to be sent once more, not before its time. */
interface Returned {
  readonly line: QueuedLine;
  readonly dueMs: number;
}

/**
 * The lines of an upload between the caller and the server: what was sent and has no answer yet is kept, in order, so that a
 * new request can begin with the first unanswered line. At most `window` lines are kept; then no further ones are taken. A
 * server that wants more lines before it answers any would wait for ever: after `stallMs` without an answer the request ends.
 */
export class BatchQueue {
  private readonly source: Iterator<BatchLine> | AsyncIterator<BatchLine>;
  private readonly window: number;
  private readonly stallMs: number;
  private readonly nowMs: () => number;
  private taken = 0;
  private done = false;
  private again: Returned[] = [];
  private unanswered: QueuedLine[] = [];
  /** Lines before this place of `unanswered` have been answered. */
  private head = 0;
  private makeRoom: () => void = () => undefined;
  private taking: Promise<unknown> = Promise.resolve();
  private closed = false;
  private sourceError: { readonly cause: unknown } | null = null;

  constructor(lines: Iterable<BatchLine> | AsyncIterable<BatchLine>, limits: QueueLimits) {
    const { window, stallMs, nowMs = () => performance.now() } = limits;
    this.source = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
    this.window = window;
    this.stallMs = stallMs;
    this.nowMs = nowMs;
  }

  /** Lines under way in the present request. */
  get pending(): number {
    return this.unanswered.length - this.head;
  }

  /** Every line has been taken and answered. */
  get finished(): boolean {
    return this.done && this.again.length === 0 && this.pending === 0;
  }

  /** About `size` characters of NDJSON; '' where the request is to end. Waits while the window is full. */
  takeChunk(size: number): Promise<string> {
    const chunk = this.fill(size);
    this.taking = chunk.catch(() => undefined);
    return chunk;
  }

  /** The line that the next answer belongs to; undefined where the server answers more than it was asked. */
  answer(): QueuedLine | undefined {
    const line = this.unanswered[this.head];
    if (line === undefined) return undefined;
    this.head += 1;
    if (this.head === this.unanswered.length || this.head > 4096) {
      this.unanswered = this.unanswered.slice(this.head);
      this.head = 0;
    }
    this.makeRoom();
    return line;
  }

  /** Sends a line that was answered once more, after those that wait already and not before `afterMs`. */
  sendAgain(line: QueuedLine, afterMs = 0): void {
    this.again.push({ line, dueMs: this.nowMs() + afterMs });
  }

  /**
   * Ends a request: its unanswered lines come first in the next one, and whoever begins that has waited for the others.
   * Throws what the caller's lines have thrown.
   */
  async restart(): Promise<void> {
    this.closed = true;
    this.makeRoom();
    await this.taking;
    if (this.sourceError !== null) throw this.sourceError.cause;
    this.closed = false;
    const rest = [...this.unanswered.slice(this.head), ...this.again.map(({ line }) => line)];
    this.again = rest.map((line) => ({ line, dueMs: 0 }));
    this.unanswered = [];
    this.head = 0;
  }

  /** Lets the caller's lines go, also in the middle. */
  async release(): Promise<void> {
    this.closed = true;
    this.makeRoom();
    await this.taking;
    await this.source.return?.();
  }

  private async fill(size: number): Promise<string> {
    let text = '';
    while (text.length < size && !this.closed) {
      if (this.pending >= this.window) {
        if (text !== '' || !(await this.room())) break;
        continue;
      }
      const next = await this.take();
      if (next === null) break;
      this.unanswered.push(next);
      text += `${JSON.stringify(next.sheet)}\n`;
    }
    return text;
  }

  /** False where no answer has come for too long. */
  private room(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.stallMs, false);
      this.makeRoom = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  private async take(): Promise<QueuedLine | null> {
    const [waiting] = this.again;
    if (waiting !== undefined && waiting.dueMs <= this.nowMs()) {
      this.again.shift();
      return waiting.line;
    }
    if (this.done) return null;
    const { value, done } = await this.nextOfSource();
    if (done === true) {
      this.done = true;
      return null;
    }
    this.taken += 1;
    return { line: this.taken, sheet: value };
  }

  private async nextOfSource(): Promise<IteratorResult<BatchLine>> {
    try {
      return await this.source.next();
    } catch (cause) {
      this.sourceError = { cause };
      throw cause;
    }
  }
}
