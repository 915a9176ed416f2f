import { expect, test } from 'vitest';
import { staticImports } from './page-scripts.ts';

test('static imports are followed, imports on demand are not', () => {
  const source =
    'import{a as b}from"./one.js";import"./two.js";export*from"./three.js";const x=()=>import("./four.js");';
  expect(staticImports(source)).toEqual(['/assets/one.js', '/assets/two.js', '/assets/three.js']);
});
