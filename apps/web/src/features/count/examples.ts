// Made-up elections, but for the capital of Tennessee, a textbook example whose four cities are weighted by their people.
import type { ReadingPlan } from '@comitium/tally/formats';

export interface Example {
  /** Names its texts in the page's language. */
  readonly name: 'capital' | 'council' | 'scores' | 'approvals' | 'level';
  readonly fileName: string;
  readonly text: string;
  readonly plan: ReadingPlan;
  readonly method: string;
  readonly seats: number;
}

const capital = `{"title": "Capital of Tennessee"}
42: Memphis > Nashville > Chattanooga > Knoxville
26: Nashville > Chattanooga > Knoxville > Memphis
15: Chattanooga > Knoxville > Nashville > Memphis
17: Knoxville > Chattanooga > Nashville > Memphis
`;

const council = `6 3
160 1 2 3 0
95 1 3 4 0
40 1 5 0
70 2 1 4 0
58 2 3 0
88 3 4 2 0
41 3 6 0
52 4 3 5 0
39 4 6 0
47 5 6 4 0
22 5 1 0
34 6 5 0
18 6 0
0
"Abena Owusu"
"Bruno Keller"
"Chiara Neri"
"Davit Lomidze"
"Esther Boateng"
"Farid Haddad"
"Harbour ward, three seats"
`;

const scores = `Orchard,Library,Swimming pool,Playground
5,4,0,3
5,3,1,4
2,5,4,0
0,4,5,1
1,5,3,2
4,4,0,5
3,5,2,4
0,1,5,2
`;

const approvals = `Monday,Tuesday,Wednesday,Thursday
x,x,,
,x,x,
x,,,x
,x,,x
,x,x,x
x,x,,
,,x,
`;

const level = `4 1
20 1 3 0
20 2 3 0
12 3 1 0
12 4 2 0
0
"Ama"
"Beka"
"Carmen"
"Dou"
"A tie for the last place"
`;

export const examples: readonly Example[] = [
  {
    ...{ name: 'capital', fileName: 'capital.abif', text: capital },
    ...{ plan: { format: 'abif' }, method: 'irv', seats: 1 },
  },
  {
    ...{ name: 'council', fileName: 'council.blt', text: council },
    ...{ plan: { format: 'blt' }, method: 'scottish-stv', seats: 3 },
  },
  {
    ...{ name: 'scores', fileName: 'scores.csv', text: scores, method: 'star', seats: 1 },
    plan: { format: 'csv', csv: { layout: 'scores', scale: { min: 0, max: 5, grades: null } } },
  },
  {
    ...{ name: 'approvals', fileName: 'days.csv', text: approvals, method: 'approval', seats: 1 },
    plan: { format: 'csv', csv: { layout: 'marks' } },
  },
  {
    ...{ name: 'level', fileName: 'level.blt', text: level },
    ...{ plan: { format: 'blt' }, method: 'irv', seats: 1 },
  },
];

export const fileOf = ({ fileName, text }: Example): File => new File([text], fileName, { lastModified: 0 });
