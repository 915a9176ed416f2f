import type { Place } from '../file-problem.ts';

/** A JSON value with the place where it begins. */
export type JsonNode = Place &
  (
    | { readonly kind: 'object'; readonly members: Map<string, JsonNode> }
    | { readonly kind: 'array'; readonly items: JsonNode[] }
    | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  );

/** The member of an object; undefined when there is none, or the node is no object. */
export const memberOf = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.members.get(key) : undefined;

/** The items of a member that is an array; none otherwise. */
export const itemsOf = (node: JsonNode | undefined, key: string): readonly JsonNode[] => {
  const member = memberOf(node, key);
  return member?.kind === 'array' ? member.items : [];
};

export const textOf = (node: JsonNode | undefined, key: string): string | undefined => {
  const member = memberOf(node, key);
  return member?.kind === 'value' && typeof member.value === 'string' ? member.value : undefined;
};

export const numberOf = (node: JsonNode | undefined, key: string): number | undefined => {
  const member = memberOf(node, key);
  return member?.kind === 'value' && typeof member.value === 'number' ? member.value : undefined;
};

export const flagOf = (node: JsonNode | undefined, key: string): boolean | undefined => {
  const member = memberOf(node, key);
  return member?.kind === 'value' && typeof member.value === 'boolean' ? member.value : undefined;
};
