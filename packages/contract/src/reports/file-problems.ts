import { type Static, Type } from 'typebox';

/** What is wrong with a file or with the arguments, as the commands give it with `--json`; line and column from 1, null for arguments. */
export const ProblemsBody = Type.Object({
  problems: Type.Array(
    Type.Object({
      code: Type.String(),
      line: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
      column: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
      message: Type.String(),
    }),
  ),
});
export type ProblemsBody = Static<typeof ProblemsBody>;
