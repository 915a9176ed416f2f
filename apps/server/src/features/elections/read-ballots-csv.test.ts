import { expect, test } from 'vitest';
import type { PartyFacts, RaceFacts } from './election-facts.ts';
import { readBallotsCsv } from './read-ballots-csv.ts';

const none = { parties: [], races: [] };
const read = (...lines: string[]) => {
  const result = readBallotsCsv(Buffer.from(lines.join('\n')), none);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('any line may describe its race, contest and party', () => {
  const { body, errors } = read(
    'race,area,code,name,party,party_name,race_name,seat_method,threshold,seats,held_by',
    'mp,N,a,Ama,red,,Parliament,dhondt,0.05,3,blue',
    'mp,N,b,Ben,red,Reds,Parliament,,,,',
  );
  expect(errors).toEqual([]);
  expect(body).toEqual({
    parties: [
      { code: 'red', name: 'Reds', shortName: 'red', color: '#868e96' },
      { code: 'blue', name: 'blue', shortName: 'blue', color: '#868e96' },
    ],
    races: [{ code: 'mp', name: 'Parliament', seatMethod: 'dhondt', threshold: 0.05, blankVotes: false }],
    contests: [
      {
        race: 'mp',
        area: 'N',
        seats: 3,
        heldBy: 'blue',
        choices: [
          { code: 'a', name: 'Ama', party: 'red' },
          { code: 'b', name: 'Ben', party: 'red' },
        ],
      },
    ],
  });
});

test('an error is given the line of the choice, or of what its contest, race or party said first', () => {
  const { withLines } = read('race,area,code,name,party', 'mp,N,a,Ama,', 'mp,N,b,Ben,red', 'mp,S,c,Cleo,red');
  const lineOf = (path: string) => withLines([{ path, code: 'x', message: 'x' }])[0]?.line;
  expect(lineOf('/contests/0/choices/1/name')).toBe(3);
  expect(lineOf('/contests/1/area')).toBe(4);
  expect(lineOf('/parties/0/code')).toBe(3);
  expect(lineOf('/races/0/seatMethod')).toBe(2);
  expect(lineOf('/contests')).toBeUndefined();
});

test('a number that is none is left for the check of the form', () => {
  const { body } = read('race,area,code,name,seats', 'mp,N,a,Ama,many');
  expect(body).toMatchObject({ contests: [{ seats: 'many' }] });
});

test('a line that contradicts an earlier one is refused', () => {
  const { errors } = read(
    'race,area,code,name,party,party_name,seat_method,seats,held_by',
    'mp,N,a,Ama,red,Reds,dhondt,3,blue',
    'mp,N,b,Ben,red,Other,majority,9,red',
  );
  expect(errors.map(({ path, code, line }) => ({ path, code, line }))).toEqual(
    ['party_name', 'seat_method', 'seats', 'held_by'].map((path) => ({
      path,
      code: 'contradiction',
      line: 3,
    })),
  );
  expect(errors[2]?.message).toContain('Line 2 says “3” here, this line “9”');
});

test('a column that is misspelt or stands twice is refused', () => {
  const result = readBallotsCsv(Buffer.from('race,area,code,name,seat,name\nmp,N,a,Ama,3,A'), none);
  expect(result).toMatchObject({
    ok: false,
    error: [
      { code: 'column_twice', line: 1 },
      { code: 'column_unknown', message: expect.stringContaining('no column seat;'), line: 1 },
    ],
  });
});

test('a flag that is none is left for the check of the form, at its own line', () => {
  const { body, withLines } = read('race,area,code,name,blank_votes', 'mp,N,a,Ama,', 'mp,N,b,Ben,maybe');
  expect(body).toMatchObject({ races: [{ blankVotes: 'maybe' }] });
  expect(withLines([{ path: '/races/0/blankVotes', code: 'type', message: 'x' }])).toEqual([
    { path: 'blank_votes', code: 'type', message: 'x', line: 3 },
  ]);
});

test('what the election has already stays as far as the file says nothing else', () => {
  const party = { id: 'x', code: 'red', name: 'Reds', shortName: 'R', color: '#ff0000' } as PartyFacts;
  const race = { code: 'mp', name: 'Parliament', seatMethod: 'dhondt', threshold: 0, blankVotes: true };
  const lines = ['race,area,code,name,party,party_color,threshold', 'mp,N,a,Ama,red,#00ff00,0.03'];
  const result = readBallotsCsv(Buffer.from(lines.join('\n')), {
    parties: [party],
    races: [race as RaceFacts],
  });
  expect(result).toMatchObject({
    ok: true,
    value: {
      body: {
        parties: [{ code: 'red', name: 'Reds', shortName: 'R', color: '#00ff00' }],
        races: [{ code: 'mp', seatMethod: 'dhondt', threshold: 0.03, blankVotes: true }],
      },
    },
  });
});
