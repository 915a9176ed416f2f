import { unwrap } from '@comitium/basics';
import type { MapAnswer } from '@comitium/contract';
import { spainNation } from '@comitium/demo';
import { afterEach, expect, test } from 'vitest';
import { signIn } from '../api/api.ts';
import { expectExact, recount } from '../nation/expect-exact.ts';
import { loadElection, loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { administrator, type Installation, openInstallation } from '../program/installation.ts';
import { uploadWithInterruptions } from './interrupted-upload.ts';

let installation: Installation | undefined;
afterEach(() => installation?.close());

test('kill -9 in the middle of a batch loses nothing acknowledged, and the same keys complete it exactly', async () => {
  const shape = { regions: 6, districtsPerRegion: 10, stationsPerDistrict: 100 };
  const sheets = [...presidentSheets(stationCodes(shape))];
  installation = await openInstallation();
  const first = await installation.start();
  await loadNation(await signIn(first.url, administrator), shape);
  const { url } = await uploadWithInterruptions({
    installation,
    server: first,
    election: electionCode,
    sheets: () => sheets,
    sheetCount: sheets.length,
    kills: [
      { after: 1500, withPostgres: false },
      { after: 2500, withPostgres: true },
    ],
  });
  await expectExact({ url, dataDir: installation.dataDir }, sheets);
});

/** Takes minutes, so it runs when asked for: E2E_SPAIN_DATA=<folder with the data of Spain> npm test -- browser */
const spainData = process.env['E2E_SPAIN_DATA'] ?? '';

test.runIf(spainData !== '')(
  'kill -9 while the 60,366 stations of Spain arrive',
  { timeout: 600_000 },
  async () => {
    const { registers, election } = unwrap(await spainNation(spainData));
    installation = await openInstallation();
    const first = await installation.start();
    const body = { ...election.body, previous: null };
    const register = registers.find(({ code }) => code === body.register);
    await loadElection(await signIn(first.url, administrator), { register, body, ballots: election.ballots });
    const { url } = await uploadWithInterruptions({
      installation,
      server: first,
      election: body.code,
      sheets: () => election.sheets(),
      sheetCount: election.sheetCount,
      kills: [
        { after: 20_000, withPostgres: false },
        { after: 40_000, withPostgres: true },
      ],
    });
    expect(await recount({ dataDir: installation.dataDir, election: body.code })).toBe(election.sheetCount);
    const api = await signIn(url, administrator);
    const { completeness } = await api.get<MapAnswer>(`/elections/${body.code}/map`);
    expect(completeness.stationsReported + completeness.held).toBe(election.sheetCount);
  },
);
