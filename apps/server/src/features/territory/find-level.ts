import type { RegisterIndex } from './register-index.ts';

/** A level by number or name; `national` always means the whole. */
export const findLevel = (register: RegisterIndex, reference: string): number | undefined => {
  const wanted = reference.toLowerCase();
  const named = register.levels.findIndex((name) => name.toLowerCase() === wanted);
  if (named !== -1) return named;
  if (wanted === 'national') return 0;
  const level = /^\d{1,2}$/.test(wanted) ? Number(wanted) : -1;
  return level >= 0 && level < register.levels.length ? level : undefined;
};
