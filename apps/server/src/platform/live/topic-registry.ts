import { topicName } from '@comitium/contract';
import type { TopicDefinition } from './topic-definition.ts';

/** Every kind of topic that features have stated, by name. A bad statement is a bug and throws at start-up. */
export class TopicRegistry {
  readonly #definitions = new Map<string, TopicDefinition<unknown>>();

  register<Params>(definition: TopicDefinition<Params>): void {
    const { name, access, rateHz } = definition;
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`topic ${name}: not a topic name`);
    if (access?.kind === undefined) throw new Error(`topic ${name}: no access rule`);
    if (access.kind === 'restricted' && access.rule === '')
      throw new Error(`topic ${name}: empty access rule`);
    if (!(rateHz > 0)) throw new Error(`topic ${name}: rateHz must be above 0`);
    if (this.#definitions.has(name)) throw new Error(`topic ${name}: registered twice`);
    this.#definitions.set(name, definition);
  }

  find(topic: string): TopicDefinition<unknown> | undefined {
    return this.#definitions.get(topicName(topic));
  }

  list(): readonly TopicDefinition<unknown>[] {
    return [...this.#definitions.values()];
  }
}
