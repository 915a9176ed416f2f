import { err, ok, type Result } from '@comitium/basics';
import { Area, Page, PageQuery, type Problem, problem } from '@comitium/contract';
import { type Static, Type } from 'typebox';
import { publicAccess } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { describeArea } from './describe-area.ts';
import { findLevel } from './find-level.ts';
import { pageOf } from './page-of.ts';
import type { RegisterIndex } from './register-index.ts';
import { RegisterParams } from './register-routes.ts';
import { searchAreas } from './search-areas.ts';
import { requireArea, requireRegister, type TerritoryTools } from './territory-tools.ts';

const AreaParams = Type.Object({ ...RegisterParams.properties, area: Type.String({ maxLength: 64 }) });
const AreaQuery = Type.Object({
  ...PageQuery.properties,
  parent: Type.Optional(Type.String({ maxLength: 64 })),
  level: Type.Optional(Type.String({ maxLength: 60 })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
});

export const areaRoutes = (tools: TerritoryTools): Route[] => [
  route({
    method: 'GET',
    path: '/registers/:register/areas',
    summary: 'Areas in register order: children of `parent`, of a `level` (number or name), found by `q`.',
    access: publicAccess,
    params: RegisterParams,
    query: AreaQuery,
    answer: Page(Area),
    handler: async ({ params, query }) => {
      const register = await requireRegister(tools, params.register);
      return register.ok ? listAreas(register.value, query) : register;
    },
  }),
  route({
    method: 'GET',
    path: '/registers/:register/areas/:area',
    summary: 'One area.',
    access: publicAccess,
    params: AreaParams,
    answer: Area,
    handler: async ({ params }) => {
      const register = await requireRegister(tools, params.register);
      if (!register.ok) return register;
      const area = requireArea(register.value, params.area);
      return area.ok ? ok(describeArea(register.value, area.value)) : area;
    },
  }),
];

const listAreas = (register: RegisterIndex, query: Static<typeof AreaQuery>): Result<unknown, Problem> => {
  const parent = query.parent === undefined ? ok(undefined) : requireArea(register, query.parent);
  if (!parent.ok) return parent;
  const level = query.level === undefined ? undefined : findLevel(register, query.level);
  if (query.level !== undefined && level === undefined) {
    const detail = `The register ${register.code} has no level ${query.level}.`;
    return err(problem('invalid_request', detail));
  }
  const found = searchAreas(register, { parent: parent.value, level, q: query.q });
  const page = pageOf(found, query, (area) => register.codes[area] ?? '');
  if (!page.ok) return page;
  const items = page.value.items.map((area) => describeArea(register, area));
  return ok({ items, nextCursor: page.value.nextCursor });
};
