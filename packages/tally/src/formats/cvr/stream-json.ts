// Parses a JSON object as it arrives and lets the items of one of its arrays go as soon as they are read.
import type { Place } from '../file-problem.ts';
import type { JsonNode } from './json-node.ts';

export interface JsonStream {
  readonly push: (text: string) => void;
  /** The object without the items that were let go; null when it was not JSON, which has been reported. */
  readonly end: () => JsonNode | null;
}

export interface JsonPlan {
  /** The member of the outermost object whose items are given to `onItem` and not kept. */
  readonly key: string;
  readonly onItem: (item: JsonNode) => void;
  readonly onProblem: (place: Place, message: string) => void;
}

type Expects = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

interface Open {
  readonly node: Extract<JsonNode, { kind: 'object' | 'array' }>;
  key: string;
}

interface State {
  readonly plan: JsonPlan;
  readonly stack: Open[];
  expects: Expects;
  root: JsonNode | null;
  broken: boolean;
  /** A string or a bare word that has begun. */
  token: (Place & { readonly quoted: boolean; text: string }) | null;
  escaped: boolean;
}

export const streamJson = (plan: JsonPlan): JsonStream => {
  const state: State = {
    plan,
    stack: [],
    expects: 'value',
    root: null,
    broken: false,
    token: null,
    escaped: false,
  };
  let [line, column] = [1, 1];
  let first = true;
  return {
    push(text) {
      for (let i = first && text.startsWith('\uFEFF') ? 1 : 0; i < text.length && !state.broken; i++) {
        const char = text[i]!;
        take(state, char, { line, column });
        column++;
        if (char === '\n') [line, column] = [line + 1, 1];
      }
      first &&= text === '';
    },
    end() {
      take(state, '\n', { line, column });
      const whole = state.root !== null && state.stack.length === 0 && state.token === null;
      if (!state.broken && !whole) plan.onProblem({ line, column }, 'The JSON text ends too early.');
      return whole && !state.broken ? state.root : null;
    },
  };
};

const take = (state: State, char: string, place: Place): void => {
  const { token } = state;
  if (state.broken) return;
  if (token?.quoted) {
    token.text += char;
    if (state.escaped) state.escaped = false;
    else if (char === '\\') state.escaped = true;
    else if (char === '"') endToken(state, token);
    return;
  }
  if (token !== null) {
    if (/[-+.\w]/.test(char)) {
      token.text += char;
      return;
    }
    endToken(state, token);
  }
  if (state.broken || char === ' ' || char === '\n' || char === '\r' || char === '\t') return;
  if (char === '"' || /[-\w]/.test(char)) state.token = { ...place, quoted: char === '"', text: char };
  else takeSign(state, char, place);
};

const takeSign = (state: State, char: string, place: Place): void => {
  const { expects, stack } = state;
  const open = stack.at(-1);
  const wantsValue = expects === 'value' || expects === 'value or end';
  if (char === '{' && wantsValue) {
    stack.push({ node: { ...place, kind: 'object', members: new Map() }, key: '' });
    state.expects = 'key or end';
  } else if (char === '[' && wantsValue) {
    stack.push({ node: { ...place, kind: 'array', items: [] }, key: '' });
    state.expects = 'value or end';
  } else if (char === ':' && expects === 'colon') state.expects = 'value';
  else if (char === ',' && expects === 'comma or end' && open !== undefined)
    state.expects = open.node.kind === 'object' ? 'key' : 'value';
  else if (open !== undefined && closes(char, open, expects)) {
    stack.pop();
    give(state, open.node);
  } else fail(state, place, `${char} cannot stand here.`);
};

const closes = (char: string, { node }: Open, expects: Expects): boolean =>
  node.kind === 'object'
    ? char === '}' && (expects === 'key or end' || expects === 'comma or end')
    : char === ']' && (expects === 'value or end' || expects === 'comma or end');

const endToken = (state: State, token: NonNullable<State['token']>): void => {
  state.token = null;
  const { line, column } = token;
  const value = parse(token.text);
  const open = state.stack.at(-1);
  if (value === undefined) fail(state, token, `${token.text} is no JSON value.`);
  else if (state.expects === 'key' || state.expects === 'key or end') {
    if (typeof value !== 'string' || open?.node.kind !== 'object')
      fail(state, token, 'A name in quotation marks was expected.');
    else if (open.node.members.has(value)) fail(state, token, `${value} comes twice in one object.`);
    else {
      open.key = value;
      state.expects = 'colon';
    }
  } else if (state.expects === 'value' || state.expects === 'value or end')
    give(state, { line, column, kind: 'value', value });
  else fail(state, token, `${token.text} cannot stand here.`);
};

/** Puts a value that is complete where it belongs. */
const give = (state: State, node: JsonNode): void => {
  const { stack, plan } = state;
  const open = stack.at(-1);
  state.expects = open === undefined ? 'nothing' : 'comma or end';
  if (open === undefined) state.root = node;
  else if (open.node.kind === 'object') open.node.members.set(open.key, node);
  else if (stack.length === 2 && stack[0]!.key === plan.key) plan.onItem(node);
  else open.node.items.push(node);
};

const fail = (state: State, place: Place, message: string): void => {
  state.broken = true;
  state.plan.onProblem(place, message);
};

const parse = (text: string): string | number | boolean | null | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return plain || value === null ? value : undefined;
  } catch {
    return undefined;
  }
};
