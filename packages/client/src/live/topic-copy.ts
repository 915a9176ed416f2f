import {
  applyMergePatch,
  type JsonObject,
  type SnapshotMessage,
  type UpdateMessage,
} from '@comitium/contract';

/** A client's copy of one topic. */
export class TopicCopy {
  #seq: number | undefined;
  #data: JsonObject | undefined;

  get seq(): number | undefined {
    return this.#seq;
  }

  get data(): JsonObject | undefined {
    return this.#data;
  }

  /** False when the update does not continue what is held: the copy stays, and the topic must begin anew. */
  apply(message: SnapshotMessage | UpdateMessage): boolean {
    if (message.op === 'update') {
      if (this.#data === undefined || message.prev !== this.#seq) return false;
      this.#data = applyMergePatch(this.#data, message.data);
    } else {
      this.#data = message.data;
    }
    this.#seq = message.seq;
    return true;
  }
}
