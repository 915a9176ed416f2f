import { liveCloseCode } from '@comitium/contract';
import { eachInSlices } from './each-in-slices.ts';
import type { LiveContext } from './live-context.ts';
import type { Member } from './member.ts';
import { toSharedMessage } from './to-shared-message.ts';

/** A day: how long a timer for the end of a login waits before it looks again. */
const longestWaitMs = 86_400_000;

/** Everyone who is connected: heartbeats, the end of logins, changes of rights, going away. */
export class Members {
  readonly #context: LiveContext;
  readonly #members = new Set<Member>();
  #cancelBeat: (() => void) | undefined;
  #emptied: (() => void) | undefined;

  constructor(context: LiveContext) {
    this.#context = context;
  }

  /** Owes a `remove`, which it answers. */
  add(member: Member): () => void {
    this.#members.add(member);
    this.#cancelBeat ??= this.#nextBeat();
    const cancelExpiry = this.#endWithLogin(member);
    return () => {
      cancelExpiry();
      this.#members.delete(member);
      if (this.#members.size === 0) this.#emptied?.();
    };
  }

  async recheck(userId: string | undefined): Promise<void> {
    await Promise.all(this.#of(userId).map((member) => member.recheck()));
  }

  signOut(userId: string): void {
    for (const member of this.#of(userId)) member.end(liveCloseCode.unauthenticated, 'signed out');
  }

  /** Sends everyone away, spread over `drainMs`; who has not gone by twice that time is cut off. */
  async drain(): Promise<void> {
    const { settings, scheduler } = this.#context;
    if (this.#members.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    const members = [...this.#members];
    for (const [index, member] of members.entries()) {
      const delayMs = (settings.drainMs * index) / members.length;
      scheduler.after(delayMs, () => member.end(liveCloseCode.goingAway, 'come back in a moment'));
    }
    const cancelCut = scheduler.after(settings.drainMs * 2, () => this.terminate());
    await empty;
    cancelCut();
  }

  terminate(): void {
    this.#cancelBeat?.();
    this.#cancelBeat = undefined;
    for (const member of [...this.#members]) member.terminate();
  }

  #of(userId: string | undefined): Member[] {
    const members = [...this.#members];
    if (userId === undefined) return members;
    return members.filter(({ viewer }) => viewer.kind === 'user' && viewer.id === userId);
  }

  #nextBeat(): () => void {
    const { settings, scheduler } = this.#context;
    return scheduler.after(settings.heartbeatMs, () => {
      this.#cancelBeat = this.#members.size > 0 ? this.#nextBeat() : undefined;
      const heartbeat = toSharedMessage({ op: 'heartbeat', at: new Date(scheduler.now()).toISOString() });
      void eachInSlices(this.#members, (member) => member.beat(heartbeat));
    });
  }

  #endWithLogin(member: Member): () => void {
    const { viewer } = member;
    if (viewer.kind === 'anonymous') return () => undefined;
    const { scheduler } = this.#context;
    let cancel = (): void => undefined;
    const wait = () => {
      const leftMs = viewer.expiresAt.getTime() - scheduler.now();
      if (leftMs <= 0) member.end(liveCloseCode.unauthenticated, 'the login has ended');
      else cancel = scheduler.after(Math.min(leftMs, longestWaitMs), wait);
    };
    wait();
    return () => cancel();
  }
}
