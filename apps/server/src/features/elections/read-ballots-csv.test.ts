import { expect, test } from 'vitest';
import { readBallotsCsv } from './read-ballots-csv.ts';

const none = { parties: [], races: [] };
const read = (...lines: string[]) => {
  const result = readBallotsCsv(Buffer.from(lines.join('\n')), none);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('what a line says of its race, contest and party counts where it comes first', () => {
  const { body } = read(
    'race,area,code,name,party,party_name,race_name,seat_method,threshold,seats,held_by',
    'mp,N,a,Ama,red,Reds,Parliament,dhondt,0.05,3,blue',
    'mp,N,b,Ben,red,Other,Other,majority,0.5,9,',
  );
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
