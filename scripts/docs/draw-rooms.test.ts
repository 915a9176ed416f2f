import { expect, test } from 'vitest';
import { drawRooms } from './draw-rooms.ts';

const edge = (from: string, to: string) => ({ from, to });

test('files of one room are one box, and arrows that follow from others are left out', () => {
  const drawn = drawRooms([
    edge('apps/server/src/features/results/sheet.ts', 'apps/server/src/features/elections/index.ts'),
    edge('apps/server/src/features/elections/index.ts', 'packages/basics/src/index.ts'),
    edge('apps/server/src/features/results/sheet.ts', 'packages/basics/src/index.ts'),
    edge('apps/server/src/features/results/sheet.ts', 'apps/server/src/features/results/intake.ts'),
    edge('apps/server/src/features/results/sheet.ts', 'node_modules/kysely/dist/index.js'),
  ]);
  expect(drawn.split('\n')).toEqual([
    'flowchart TD',
    '  packages_basics["packages/basics"]',
    '  server_elections["server/elections"]',
    '  server_results["server/results"]',
    '  server_elections --> packages_basics',
    '  server_results --> server_elections',
  ]);
});

test('what a test imports is no dependency of its room', () => {
  expect(drawRooms([edge('apps/web/src/a.test.ts', 'packages/basics/src/index.ts')])).toBe('flowchart TD');
});
