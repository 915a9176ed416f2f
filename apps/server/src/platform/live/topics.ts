import { err, ok, type Result } from '@comitium/basics';
import { isDatabaseUnavailable } from '../database/is-database-unavailable.ts';
import type { LiveContext } from './live-context.ts';
import type { LiveError } from './live-error.ts';
import { refusal } from './refusal.ts';
import type { TopicDefinition } from './topic-definition.ts';
import type { TopicRegistry } from './topic-registry.ts';
import type { Viewer } from './viewer.ts';
import { WatchedTopic } from './watched-topic.ts';

/** Which topics may have changed: one by its whole name, or all that the function picks. */
export type TouchTarget = string | ((topic: { name: string; topic: string; params: unknown }) => boolean);

const notFound: LiveError = { code: 'topic_not_found', message: 'There is no such topic' };
const failed: LiveError = { code: 'internal_error', message: 'The topic cannot be shown just now' };
const away: LiveError = {
  code: 'unavailable',
  message: 'The database does not answer just now; try again shortly',
};

const failureOf = (error: unknown): LiveError => (isDatabaseUnavailable(error) ? away : failed);

/** The topics in memory: one state per topic, made for the first who may watch it. */
export class Topics {
  readonly registry: TopicRegistry;
  readonly #context: LiveContext;
  readonly #topics = new Map<string, WatchedTopic>();

  constructor(registry: TopicRegistry, context: LiveContext) {
    this.registry = registry;
    this.#context = context;
  }

  /** The topic with a version and held: who gets it owes a `release`. Without a viewer no right is asked for. */
  async open(topic: string, viewer: Viewer | undefined): Promise<Result<WatchedTopic, LiveError>> {
    try {
      return await this.#open(topic, viewer);
    } catch (error) {
      this.#context.metrics.count('errors', 1);
      this.#context.onError(error, topic);
      return err(failureOf(error));
    }
  }

  /** Asks again whether the viewer may watch; a failure to answer is a no. */
  async refusalNow(watched: WatchedTopic, viewer: Viewer): Promise<LiveError | undefined> {
    const { definition, params, topic } = watched.state;
    try {
      return await refusal(definition, viewer, params);
    } catch (error) {
      this.#context.metrics.count('errors', 1);
      this.#context.onError(error, topic);
      return failureOf(error);
    }
  }

  touch(target: TouchTarget): void {
    for (const watched of this.#pick(target)) watched.clock.touch();
  }

  /** Renews at once what has been touched, and answers when every watcher has been sent the outcome. */
  async flush(target: TouchTarget): Promise<void> {
    await Promise.all(this.#pick(target).map((watched) => watched.clock.renewNow()));
  }

  #pick(target: TouchTarget): WatchedTopic[] {
    if (typeof target === 'string') {
      const watched = this.#topics.get(target);
      return watched === undefined ? [] : [watched];
    }
    return [...this.#topics.values()].filter(({ state }) =>
      target({ name: state.definition.name, topic: state.topic, params: state.params }),
    );
  }

  async #open(topic: string, viewer: Viewer | undefined): Promise<Result<WatchedTopic, LiveError>> {
    const definition = this.registry.find(topic);
    if (definition === undefined) return err(notFound);
    const known = this.#topics.get(topic);
    const parsed = known === undefined ? await definition.parse(topic) : ok(known.state.params);
    if (!parsed.ok) return parsed;
    const refused = viewer === undefined ? undefined : await refusal(definition, viewer, parsed.value);
    if (viewer !== undefined && refused !== undefined) {
      if (refused.code === 'forbidden') this.#context.onRefused(viewer, topic);
      return err(refused);
    }
    const watched = this.#topics.get(topic) ?? this.#add(topic, definition, parsed.value);
    watched.hold();
    if (await watched.ready()) return ok(watched);
    watched.release();
    return err(failureOf(watched.failure));
  }

  #add(topic: string, definition: TopicDefinition<unknown>, params: unknown): WatchedTopic {
    const watched = new WatchedTopic({ topic, definition, params }, this.#context, () => {
      this.#topics.delete(topic);
      this.#context.metrics.add('topics', -1);
      if (watched.state.version !== undefined) this.#context.sequence.retire(watched.state.version.seq);
    });
    this.#topics.set(topic, watched);
    this.#context.metrics.add('topics', 1);
    return watched;
  }
}
