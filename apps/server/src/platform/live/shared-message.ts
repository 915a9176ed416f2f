import { deflatedFrame, textFrame } from './frame.ts';

/** Below this, compression saves less than it costs. */
const worthDeflatingBytes = 1_024;

/** One message to many: each form of it is made when first needed, once, however many receive it. */
export class SharedMessage {
  readonly text: string;
  readonly #event: { readonly name: string; readonly id?: number };
  #frame: Buffer | undefined;
  #deflated: Buffer | undefined;
  #eventChunk: Buffer | undefined;

  /** `name` and `id` are what server-sent events show beside the same text. */
  constructor(text: string, event: { readonly name: string; readonly id?: number }) {
    this.text = text;
    this.#event = event;
  }

  get frame(): Buffer {
    this.#frame ??= textFrame(Buffer.from(this.text));
    return this.#frame;
  }

  get deflated(): Buffer {
    if (this.#deflated === undefined) {
      const worth = this.text.length >= worthDeflatingBytes;
      this.#deflated = (worth ? deflatedFrame(Buffer.from(this.text)) : undefined) ?? this.frame;
    }
    return this.#deflated;
  }

  get eventChunk(): Buffer {
    const id = this.#event.id === undefined ? '' : `id: ${this.#event.id}\n`;
    this.#eventChunk ??= Buffer.from(`${id}event: ${this.#event.name}\ndata: ${this.text}\n\n`);
    return this.#eventChunk;
  }
}
