// Item by item, because the schema library stops after a few errors and an import must hear of all of them.
import { err, ok, type Result } from '@comitium/basics';
import {
  BallotImportBody,
  ChoiceBody,
  ContestBody,
  type FieldError,
  PartyBody,
  RaceBody,
} from '@comitium/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const { parties, races, contests } = BallotImportBody.properties;
const loose = { items: Type.Unknown() };
const top = Compile(
  Type.Object(
    { parties: { ...parties, ...loose }, races: { ...races, ...loose }, contests: { ...contests, ...loose } },
    { additionalProperties: false },
  ),
);
const party = Compile(PartyBody);
const race = Compile(RaceBody);
const contest = Compile(
  Type.Object(
    { ...ContestBody.properties, choices: { ...ContestBody.properties.choices, ...loose } },
    { additionalProperties: false },
  ),
);
const choice = Compile(ChoiceBody);

interface Check {
  Errors(value: unknown): { instancePath: string; keyword: string; message: string }[];
  Check(value: unknown): boolean;
}

/** Whether a value has the shape of an import, with every error of form. */
export const checkBallotForm = (body: unknown): Result<BallotImportBody, readonly FieldError[]> => {
  const errors = errorsOf(top, body, '');
  if (errors.length === 0) {
    errors.push(
      ...errorsOfAll(party, body, '/parties'),
      ...errorsOfAll(race, body, '/races'),
      ...errorsOfAll(contest, body, '/contests'),
    );
    for (const [place, held] of listAt(body, 'contests').entries()) {
      errors.push(...errorsOfAll(choice, held, '/choices', `/contests/${place}`));
    }
  }
  return errors.length === 0 ? ok(body as BallotImportBody) : err(errors);
};

const listAt = (value: unknown, member: string): readonly unknown[] => {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, member) : undefined;
  return Array.isArray(list) ? list : [];
};

const errorsOfAll = (check: Check, holder: unknown, list: string, above = ''): FieldError[] =>
  listAt(holder, list.slice(1)).flatMap((item, place) => errorsOf(check, item, `${above}${list}/${place}`));

const errorsOf = (check: Check, value: unknown, path: string): FieldError[] =>
  check.Check(value)
    ? []
    : check.Errors(value).map(({ instancePath, keyword, message }) => ({
        path: `${path}${instancePath}` || '/',
        code: keyword,
        message,
      }));
