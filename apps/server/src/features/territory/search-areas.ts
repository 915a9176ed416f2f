import type { RegisterIndex } from './register-index.ts';

export interface AreaFilter {
  readonly parent?: number | undefined;
  readonly level?: number | undefined;
  readonly q?: string | undefined;
}

const marks = /\p{M}/gu;

/** Case and accents do not matter to who searches. */
export const fold = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase();

const foldedOf = new WeakMap<RegisterIndex, readonly string[]>();

const folded = (register: RegisterIndex): readonly string[] => {
  const known = foldedOf.get(register);
  if (known !== undefined) return known;
  const texts = register.names.map((name, index) => `${fold(register.codes[index] ?? '')}\n${fold(name)}`);
  foldedOf.set(register, texts);
  return texts;
};

/** Indexes in register order; with a search, those whose code or name begins with it come first. */
export const searchAreas = (register: RegisterIndex, { parent, level, q }: AreaFilter): readonly number[] => {
  const candidates = listCandidates(register, parent, level);
  const wanted = fold(q?.trim() ?? '');
  if (wanted === '') return candidates;
  const texts = folded(register);
  const found = candidates.filter((index) => texts[index]?.includes(wanted));
  const leads = (index: number): boolean =>
    texts[index]?.startsWith(wanted) || texts[index]?.includes(`\n${wanted}`) || false;
  return [...found.filter(leads), ...found.filter((index) => !leads(index))];
};

const listCandidates = (
  register: RegisterIndex,
  parent: number | undefined,
  level: number | undefined,
): readonly number[] => {
  if (parent !== undefined) {
    return level === undefined ? register.children(parent) : register.descendantsAt(parent, level);
  }
  if (level !== undefined) return register.descendantsAt(0, level);
  return Array.from({ length: register.size }, (_, index) => index);
};
