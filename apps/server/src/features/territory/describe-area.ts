import type { Area } from '@comitium/contract';
import type { RegisterIndex } from './register-index.ts';

/** An area as the wire shows it. */
export const describeArea = (register: RegisterIndex, index: number): Area => {
  const level = register.level[index] ?? 0;
  const above = register.parent[index] ?? -1;
  const point = register.point(index);
  return {
    id: register.ids[index] ?? '',
    code: register.codes[index] ?? '',
    name: register.names[index] ?? '',
    level,
    levelName: register.levels[level] ?? String(level),
    parent: register.codes[above] ?? null,
    registered: register.registered[index] ?? 0,
    point: point === null ? null : [point[0], point[1]],
    children: register.children(index).length,
  };
};
