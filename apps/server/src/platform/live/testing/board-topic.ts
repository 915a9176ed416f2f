import { err, ok, type Result } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import type { LiveError } from '../live-error.ts';
import type { TopicAccess, TopicDefinition } from '../topic-definition.ts';
import type { Viewer } from '../viewer.ts';

/** A topic whose state tests set by hand: `board:<name>`; a name that starts with `no-` does not exist. */
export class BoardTopic implements TopicDefinition<string> {
  readonly name: string;
  readonly pattern = 'board:<name>';
  readonly access: TopicAccess;
  readonly rateHz = 4;
  readonly states = new Map<string, JsonObject>();
  readonly barred = new Set<string>();
  snapshots = 0;
  /** When set, snapshots wait for it. */
  gate: Promise<void> | undefined;
  failure: Error | undefined;

  constructor(name = 'board', access: TopicAccess = { kind: 'everyone' }) {
    this.name = name;
    this.access = access;
  }

  parse(topic: string): Result<string, LiveError> {
    const board = topic.split(':')[1] ?? '';
    return board.startsWith('no-') ? err({ code: 'topic_not_found', message: 'No such board' }) : ok(board);
  }

  mayWatch(viewer: Viewer): boolean {
    return !this.barred.has(viewer.kind === 'user' ? viewer.id : 'anonymous');
  }

  async snapshot(board: string): Promise<JsonObject> {
    this.snapshots++;
    const state = this.states.get(board) ?? { votes: 0 };
    await this.gate;
    if (this.failure !== undefined) throw this.failure;
    return state;
  }
}
