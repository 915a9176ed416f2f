import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import type { ElectionResults } from './election-results.ts';
import { writeEml510 } from './write-eml-510.ts';
import { writeNistResults } from './write-nist-results.ts';

const results: ElectionResults = {
  electionId: 'gh-2024',
  electionName: 'Ghana "2024" <President> & more',
  startDate: '2024-12-07',
  endDate: '2024-12-07',
  kind: 'general',
  status: 'unofficial-partial',
  generatedAt: '2024-12-08T01:02:03Z',
  issuer: { name: 'Nobody', abbreviation: 'NB' },
  application: 'comitium',
  language: 'en',
  areas: [
    { id: 'gh', name: 'Ghana', type: 'country', registered: 100 },
    { id: 'ashanti', name: 'Ashanti', type: 'state', registered: null },
  ],
  contests: [
    {
      id: 'president',
      name: 'President',
      seats: 1,
      votesAllowed: 1,
      variation: 'majority',
      areaId: 'gh',
      choices: [
        { id: 'c1', name: 'One', party: 'P & Q', elected: true },
        { id: 'c2', name: 'Two', party: null, elected: false },
      ],
      counts: [
        { areaId: 'gh', votes: [40, 20], cast: 65, rejected: [{ reason: 'invalid', ballots: 5 }] },
        { areaId: 'ashanti', votes: [4, 2], cast: 6, rejected: [] },
      ],
    },
  ],
};

test('F60 EML 510 holds the figures as given, and texts escaped', () => {
  const text = [...unwrap(writeEml510(results))].join('');
  expect(text).toContain('<ElectionName>Ghana &quot;2024&quot; &lt;President&gt; &amp; more</ElectionName>');
  expect(text).toContain('<RegisteredName>P &amp; Q</RegisteredName>');
  expect(
    [...text.matchAll(/<(ValidVotes|Cast|TotalCounted|RejectedVotes[^>]*)>(\d+)</g)].map((m) => m[2]),
  ).toEqual(['40', '20', '65', '60', '5', '4', '2', '6', '6']);
  // Every element that opens closes, in order.
  const open: string[] = [];
  for (const [, slash, name, rest] of text.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (!rest?.endsWith('/')) open.push(name ?? '');
  }
  expect(open).toEqual([]);
});

test('F60 what XML cannot hold is replaced, not written', () => {
  const text = [...unwrap(writeEml510({ ...results, electionName: 'a\u0000b\u{1F5F3}' }))].join('');
  expect(text).toContain('<ElectionName>a\uFFFDb\u{1F5F3}</ElectionName>');
});

test('F60 NIST results tell whole seconds, as their schema wants', () => {
  const text = unwrap(writeNistResults({ ...results, generatedAt: '2024-12-08T01:02:03.456+03:00' }));
  expect(JSON.parse(text)).toMatchObject({ GeneratedDate: '2024-12-08T01:02:03+03:00' });
});

test('F60 NIST results hold the figures as given', () => {
  const report: unknown = JSON.parse(unwrap(writeNistResults(results)));
  expect(report).toMatchObject({
    '@type': 'ElectionResults.ElectionReport',
    Format: 'precinct-level',
    Status: 'unofficial-partial',
    Party: [{ '@id': 'party:1', Name: { Text: [{ Content: 'P & Q', Language: 'en' }] } }],
    GpUnit: [{ '@id': 'gh', VotersRegistered: 100 }, { '@id': 'ashanti' }],
    Election: [
      {
        ElectionScopeId: 'gh',
        BallotCounts: [
          { GpUnitId: 'gh', BallotsCast: 65, BallotsRejected: 5 },
          { GpUnitId: 'ashanti', BallotsCast: 6, BallotsRejected: 0 },
        ],
        Candidate: [
          { '@id': 'candidate:c1', PartyId: 'party:1', PostElectionStatus: 'winner' },
          { '@id': 'candidate:c2' },
        ],
        Contest: [
          {
            '@id': 'president',
            ContestSelection: [
              {
                '@id': 'c1',
                VoteCounts: [
                  { GpUnitId: 'gh', Count: 40 },
                  { GpUnitId: 'ashanti', Count: 4 },
                ],
              },
              {
                '@id': 'c2',
                VoteCounts: [
                  { GpUnitId: 'gh', Count: 20 },
                  { GpUnitId: 'ashanti', Count: 2 },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('F61 what was given wrong is reported', () => {
  const [contest] = results.contests;
  const wrong: ElectionResults = {
    ...results,
    electionName: '',
    areas: [...results.areas, { id: 'gh', name: 'Again', type: 'other', registered: null }],
    contests: [
      {
        ...contest!,
        id: 'has space',
        counts: [
          { areaId: 'mars', votes: [1.5, -1], cast: 1, rejected: [] },
          { areaId: 'gh', votes: [1], cast: 1, rejected: [] },
        ],
      },
    ],
  };
  for (const written of [writeEml510(wrong), writeNistResults(wrong)])
    expect(written.ok ? [] : written.error.map(({ message }) => message)).toEqual([
      'The election has no name.',
      'Two things have the id gh.',
      '"has space" is no id: a letter, then letters, digits, - . _',
      'The first count of has space is not that of its own area.',
      'has space in mars: there is no such area.',
      'has space in mars: 1.5 is no count.',
      'has space in mars: -1 is no count.',
      'has space in gh: 1 figures for 2 choices.',
    ]);
});
