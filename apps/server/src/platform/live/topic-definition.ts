import type { Result } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import type { LiveError } from './live-error.ts';
import type { Viewer } from './viewer.ts';

/**
 * The declared rule of who may watch, as the generated role table shows it. `everyone` includes people who have not
 * signed in; every other kind refuses them before mayWatch is asked. `rule` names permission and scope in words.
 */
export type TopicAccess =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'restricted'; readonly rule: string };

/** What a feature states about one kind of topic. */
export interface TopicDefinition<Params> {
  /** First segment of the topic: `map`. */
  readonly name: string;
  /** For people: `map:<election>:<level>[:<area>]`. */
  readonly pattern: string;
  readonly access: TopicAccess;
  /** Most updates a second; the newest state wins. */
  readonly rateHz: number;
  /** What the topic is about, or why there is no such topic. Asked once while the topic is watched. */
  parse(topic: string): Promise<Result<Params, LiveError>> | Result<Params, LiveError>;
  /** Asked at every subscription and again at every recheck; must not remember. */
  mayWatch(viewer: Viewer, params: Params): Promise<boolean> | boolean;
  /**
   * The whole present state, at least as new as every `touch` made before the call, without null members outside
   * arrays. Called by one caller at a time per topic, never more often than `rateHz` while the topic is watched.
   */
  snapshot(params: Params): Promise<JsonObject>;
}
