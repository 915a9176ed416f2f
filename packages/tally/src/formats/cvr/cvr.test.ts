import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksOf } from '../../ballots/ranks.ts';
import { arbitraryBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../../methods/testing/ballots-of.ts';
import { splitAtRandom } from '../testing/split-at-random.ts';
import { createCvrReader, readCvr } from './read-cvr.ts';
import { writeCvr } from './write-cvr.ts';

const facts = {
  electionId: 'e',
  contestId: 'c',
  generatedDate: '2024-12-07T12:00:00Z',
  deviceId: 'd',
  area: 'Everywhere',
};

const election = {
  Election: [
    {
      Candidate: [
        { '@id': 'a', Name: 'Ann', PartyId: 'p' },
        { '@id': 'b', Name: 'Ben' },
      ],
      Contest: [
        {
          '@id': 'c',
          Name: 'Mayor',
          NumberElected: 1,
          ContestSelection: [
            { '@id': 'sa', CandidateIds: ['a'] },
            { '@id': 'sb', CandidateIds: ['b'], IsWriteIn: true },
          ],
        },
      ],
    },
  ],
  Party: [{ '@id': 'p', Name: 'Party' }],
};

const position = (more: object = {}) => ({
  HasIndication: 'yes',
  IsAllocable: 'yes',
  NumberVotes: 1,
  ...more,
});
const select = (id: string | undefined, ...positions: object[]) => ({
  ...(id === undefined ? {} : { ContestSelectionId: id }),
  SelectionPosition: positions,
});
const contest = (...selections: object[]) => ({ ContestId: 'c', CVRContestSelection: selections });
const record = (...contests: object[]) => ({ CVRSnapshot: [{ '@id': 's', CVRContest: contests }] });
const report = (...records: object[]) => JSON.stringify({ CVR: records, ...election });

const groupsOf = (text: string, contestId?: string) => {
  const { ballots } = unwrap(readCvr(text, { contestId }));
  return Array.from({ length: ballots.groups }, (_, group) => [
    ballots.weights[group],
    ranksOf(ballots, group),
  ]);
};
const codesOf = (text: string, contestId?: string) => {
  const read = readCvr(text, { contestId });
  return read.ok ? [] : read.error.map(({ code }) => code);
};

test('F53 F54 F55 ranks, overvotes, written names, choices in the order of the contest', () => {
  const ranked = contest(select('sb', position({ Rank: 1 })), select('sa', position({ Rank: 3 })));
  const no = { IsAllocable: 'no' };
  const over = contest(
    select('sb', position({ Rank: 1, ...no })),
    select('sa', position({ Rank: 1, ...no })),
  );
  const stray = contest(select('sb', position({ Rank: 1, ...no })), select('sa', position({ Rank: 2 })));
  const named = contest(select(undefined, position({ Rank: 1 })));
  const text = report(record(ranked), record(over), record(stray), record(named), record(contest()));
  expect(groupsOf(text)).toEqual([
    [1, [[1], [], [0]]],
    [1, ['overvote']],
    [1, [[], [0]]],
    [1, [[2]]],
    [1, []],
  ]);
  const { ballots, title, seats } = unwrap(readCvr(text));
  expect([title, seats, ballots.form]).toEqual(['Mayor', 1, 'rank']);
  expect(ballots.choices.map(({ id, name, party, writeIn }) => [id, name, party, writeIn])).toEqual([
    ['sa', 'Ann', 'Party', 'no'],
    ['sb', 'Ben', null, 'declared'],
    ['write-in', 'Undeclared write-ins', null, 'undeclared'],
  ]);
});

test('F51 a record without the contest is no ballot of it; without ranks they are marks', () => {
  const other = { ContestId: 'x', CVRContestSelection: [select('y', position())] };
  const text = report(record(other), record(other, contest(select('sa', position()))));
  expect(groupsOf(text, 'c')).toEqual([[1, [[0]]]]);
  expect(unwrap(readCvr(text, { contestId: 'c' })).ballots.form).toBe('choose');
  expect(codesOf(text, 'z')).toEqual(['contest_missing']);
  const refused = readCvr(text, { contestId: 'z' });
  expect(refused).toMatchObject({ ok: false, error: [{ contests: [{ id: 'c', name: 'Mayor' }] }] });
});

test('F52 the current snapshot counts', () => {
  const snapshots = [
    { '@id': 'old', CVRContest: [contest(select('sa', position()))] },
    { '@id': 'new', CVRContest: [contest(select('sb', position()))] },
  ];
  expect(groupsOf(report({ CurrentSnapshotId: 'new', CVRSnapshot: snapshots }))).toEqual([[1, [[1]]]]);
  const own = snapshots.map((snapshot, i) => ({ ...snapshot, IsCurrent: i === 0 }));
  expect(groupsOf(report({ CVRSnapshot: own }))).toEqual([[1, [[0]]]]);
  expect(codesOf(report({ CVRSnapshot: snapshots }))).toEqual(['header_missing']);
});

test('F52 the original snapshot, where the others are rounds of a count', () => {
  const ranks = (...allocable: string[]) =>
    contest(
      ...allocable.map((word, i) => select(['sb', 'sa'][i], position({ Rank: i + 1, IsAllocable: word }))),
    );
  const rounds = [
    { '@id': 'o', Type: 'original', CVRContest: [ranks('unknown', 'unknown')] },
    { '@id': 'r1', Type: 'interpreted', CVRContest: [ranks('yes', 'no')] },
    { '@id': 'r2', Type: 'interpreted', CVRContest: [ranks('no', 'yes')] },
  ];
  const text = report({ CurrentSnapshotId: 'r2', CVRSnapshot: rounds });
  expect(codesOf(text)).toEqual(['snapshot_undecided']);
  const groups = (plan: Parameters<typeof readCvr>[1], from = text) => {
    const { ballots } = unwrap(readCvr(from, plan));
    return ranksOf(ballots, 0);
  };
  expect(groups({ snapshot: 'original' })).toEqual([[1], [0]]);
  expect(groups({ snapshot: 'current' })).toEqual([[], [0]]);
  // One interpretation is what somebody made of the paper: it counts.
  const one = report({ CurrentSnapshotId: 'r1', CVRSnapshot: rounds.slice(0, 2) });
  expect(groups({}, one)).toEqual([[1]]);
  const none = readCvr(report(record(contest())), { snapshot: 'original' });
  expect(none.ok ? [] : none.error.map(({ code }) => code)).toEqual(['header_missing']);
});

test('F53 rankings whose allocation is unknown count, marks without ranks do not, nor what needs adjudication', () => {
  const unknown = { IsAllocable: 'unknown' };
  const ranked = contest(
    select('sb', position({ Rank: 1, ...unknown })),
    select('sa', position({ Rank: 2, ...unknown })),
  );
  expect(groupsOf(report(record(ranked)))).toEqual([[1, [[1], [0]]]]);
  const open = {
    ...select('sb', { HasIndication: 'yes', NumberVotes: 1, Rank: 1 }),
    Status: ['needs-adjudication'],
  };
  expect(codesOf(report(record(contest(open))))).toEqual(['mark_undecided']);
});

test('F03 every snapshot that is written has an id of its own', () => {
  const text = [
    ...unwrap(writeCvr({ ballots: ballotsOf('2: A > B\n1: B'), title: null, seats: null }, facts)),
  ].join('');
  expect([...text.matchAll(/"CurrentSnapshotId":"([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'ballot-1',
    'ballot-2',
    'ballot-3',
  ]);
});

test('F02 F53 F54 what is undecided or unknown is reported', () => {
  const bad = [
    contest(select('sa', position({ IsAllocable: 'unknown' }))),
    contest(select('sa', position({ NumberVotes: 2 }))),
    contest(select('sa', position({ Rank: 0 }))),
    contest(select('sa', position({ Rank: 1 }), position({ Rank: 1 }))),
    contest(select('sa', position({ Rank: 1 })), select('sb', position())),
    contest(select('nobody', position({ Rank: 1 }))),
  ];
  expect(codesOf(report(...bad.map((one) => record(one))))).toEqual([
    'mark_undecided',
    'not_supported',
    'number_invalid',
    'repeated_choice',
    'not_supported',
    'unknown_choice',
  ]);
});

test('F02 F55 selections of one contest have ids of their own', () => {
  const twice = { '@id': 'c', ContestSelection: [{ '@id': 'sa' }, { '@id': 'sa' }] };
  const text = JSON.stringify({
    CVR: [record(contest(select('sa', position())))],
    Election: [{ Contest: [twice] }],
  });
  expect(codesOf(text)).toEqual(['duplicate_name']);
});

test.each([
  ['{"CVR": [}', '1:10 malformed'],
  ['{\n"CVR": [],\n"CVR": []}', '3:1 malformed'],
  ['{"CVR": [tru]}', '1:10 malformed'],
  ['{"CVR"', '1:7 malformed'],
  ['{} {}', '1:4 malformed'],
  ['{"a": "\\x"}', '1:7 malformed'],
])('F02 %j is no JSON', (text, expected) => {
  const read = readCvr(text);
  expect(read.ok ? [] : read.error.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
    expected,
  ]);
});

test('F01 F03 F50 what is written and read again, in any pieces, is the same', () => {
  const ranked = arbitraryBallots({ equalRanks: true, skippedRanks: true, repeats: true });
  fc.assert(
    fc.property(ranked, fc.infiniteStream(fc.nat({ max: 99 })), (ballots, sizes) => {
      const file = { ballots, title: 'A title', seats: 2 };
      const text = [...unwrap(writeCvr(file, facts))].join('');
      const reader = createCvrReader();
      for (const piece of splitAtRandom(text, sizes)) reader.push(piece);
      expect(unwrap(reader.end())).toEqual(file);
    }),
  );
});

test('F03 marks, parties and write-ins come back', () => {
  const choices = [
    { name: 'A', party: 'P' },
    { name: 'B', writeIn: 'declared' },
    { id: 'w', name: 'w', writeIn: 'undeclared' },
  ] as const;
  const ballots = ballotsOf('2: A = B\n1: w\n1:', { choices, form: 'choose' });
  const file = { ballots, title: null, seats: null };
  expect(unwrap(readCvr([...unwrap(writeCvr(file, facts))].join('')))).toEqual(file);
});
