import { type Static, Type } from 'typebox';

/** An edition of a country's tree of areas; `levels` names them from the whole (level 0) to the polling station. */
export const Register = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  levels: Type.Array(Type.String()),
  areas: Type.Integer(),
  stations: Type.Integer(),
  registered: Type.Integer(),
  simulated: Type.Boolean(),
  boundaries: Type.Record(Type.String(), Type.String()),
});
export type Register = Static<typeof Register>;

/** `registered` counts the voters on the register of the area; `point` is [longitude, latitude] in degrees (WGS 84). */
export const Area = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String(),
  level: Type.Integer(),
  levelName: Type.String(),
  parent: Type.Union([Type.String(), Type.Null()]),
  registered: Type.Integer(),
  point: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()]),
  children: Type.Integer(),
});
export type Area = Static<typeof Area>;

export const AreaRow = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 64 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    parent: Type.Union([Type.String(), Type.Null()]),
    level: Type.Integer({ minimum: 0, maximum: 15 }),
    registered: Type.Integer({ minimum: 0, maximum: 2147483647 }),
    point: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  },
  { additionalProperties: false },
);
export type AreaRow = Static<typeof AreaRow>;

/**
 * What a dry run or a refused import tells: every bad row, with its line.
 * `summary` says before anything is written what the file holds, such as so many areas of each level.
 */
export const ImportReport = Type.Object({
  written: Type.Boolean(),
  rows: Type.Integer(),
  summary: Type.Optional(Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() }))),
  errors: Type.Array(
    Type.Object({
      line: Type.Optional(Type.Integer()),
      path: Type.String(),
      code: Type.String(),
      message: Type.String(),
    }),
  ),
});
export type ImportReport = Static<typeof ImportReport>;

export const boundaryImportStates = ['running', 'done', 'failed', 'cancelled'] as const;
export type BoundaryImportState = (typeof boundaryImportStates)[number];
export const boundaryImportSteps = ['reading', 'simplifying', 'writing'] as const;
export type BoundaryImportStep = (typeof boundaryImportSteps)[number];

const importInBackground = {
  id: Type.String(),
  register: Type.String(),
  level: Type.String(),
  dryRun: Type.Boolean(),
  state: Type.Enum([...boundaryImportStates]),
  step: Type.Enum([...boundaryImportSteps]),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'of the whole that is done' }),
  startedAt: Type.String({ format: 'date-time' }),
  endedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
};
const importProblem = { code: Type.String(), title: Type.String(), detail: Type.String() };

/** An import of shapes that goes on after its request was answered: how far it is, and at its end what came of it. */
export const BoundaryImport = Type.Object({
  ...importInBackground,
  report: Type.Union([ImportReport, Type.Null()]),
  problem: Type.Union([
    Type.Object({ ...importProblem, errors: Type.Optional(ImportReport.properties.errors) }),
    Type.Null(),
  ]),
});
export type BoundaryImport = Static<typeof BoundaryImport>;

/** The same without the single errors of its report or problem, which may be as many as a country's stations. */
export const BoundaryImportSummary = Type.Object({
  ...importInBackground,
  errors: Type.Integer({ minimum: 0, description: 'how many its report or its problem names' }),
  problem: Type.Union([Type.Object(importProblem), Type.Null()]),
});
export type BoundaryImportSummary = Static<typeof BoundaryImportSummary>;
