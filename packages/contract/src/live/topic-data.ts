import { Type } from 'typebox';
import type { JsonObject } from './json-value.ts';

/** Any JSON object; what is inside is the topic's own contract. */
export const TopicData = Type.Unsafe<JsonObject>(Type.Record(Type.String(), Type.Unknown()));
