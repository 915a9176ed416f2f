import type { Contest } from '@comitium/contract';
import { describe, expect, it } from 'vitest';
import { checkFigures } from './check-figures.ts';
import { draftOfFigures, emptyFigures, fieldsOf, setFigure } from './figures-draft.ts';

const choice = (code: string, ballotOrder: number) => ({
  id: `id-${code}`,
  code,
  name: code.toUpperCase(),
  party: code,
  color: '#123456',
  ballotOrder,
});
const contest: Contest = {
  id: 'c1',
  code: 'pres',
  race: 'pres',
  area: 'GH',
  areaName: 'Ghana',
  name: 'President',
  seats: 1,
  heldBy: null,
  choices: [choice('npp', 1), choice('ndc', 2)],
};
const sound = { votes: { npp: 207, ndc: 220 }, rejected: 4, cast: 431, registered: 612 };
const draft = draftOfFigures(contest, sound);

describe('checkFigures', () => {
  it('accepts a sound sheet and gives its figures back', () => {
    expect(checkFigures(contest, draft)).toEqual({
      sum: 431,
      cast: 431,
      missing: [],
      findings: [],
      figures: sound,
    });
  });

  it('never takes an empty field for a zero', () => {
    const check = checkFigures(contest, setFigure(draft, 'votes.ndc', ''));
    expect(check).toMatchObject({ sum: 211, missing: ['votes.ndc'], findings: [], figures: null });
    expect(checkFigures(contest, emptyFigures(contest))).toMatchObject({
      sum: null,
      missing: fieldsOf(contest),
    });
  });

  it('tells what is no count at its field, in the name of the choice', () => {
    const [finding] = checkFigures(contest, setFigure(draft, 'votes.npp', '2.5')).findings;
    expect(finding).toMatchObject({ code: 'fractional_figure', fields: ['votes.npp'] });
    expect(finding?.message).toContain('NPP (2.5)');
    const many = checkFigures(contest, setFigure(draft, 'cast', 'many'));
    expect(many.findings[0]?.message).toContain('cast (“many”)');
    expect(many.figures).toBeNull();
  });

  it('lets a sheet be sent that will be held, and says so', () => {
    const check = checkFigures(contest, setFigure(draft, 'cast', '430'));
    expect(check.findings).toMatchObject([{ code: 'sum_differs', severity: 'hold' }]);
    expect(check.figures).not.toBeNull();
  });

  it('does not let a sheet be sent that the election refuses', () => {
    const settings = { severities: { sum_differs: 'error' } } as const;
    const check = checkFigures(contest, setFigure(draft, 'cast', '430'), { settings, context: {} });
    expect(check.figures).toBeNull();
  });

  it('compares with the register', () => {
    const surroundings = { settings: {}, context: { registerFigure: 600 } };
    expect(checkFigures(contest, draft, surroundings).findings).toMatchObject([
      { code: 'registered_differs' },
    ]);
  });
});
