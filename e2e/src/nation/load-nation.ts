import type { Api } from '../api/api.ts';
import {
  areaRows,
  ballots,
  electionBody,
  electionCode,
  levels,
  type NationShape,
  registerCode,
} from './nation-shape.ts';

/** Brings the nation in through the API and opens the count. */
export const loadNation = async (admin: Api, shape: NationShape): Promise<void> => {
  const areas = areaRows(shape);
  await admin.send('POST', '/registers', { code: registerCode, name: 'Land', levels, areas });
  await admin.send('POST', '/elections', electionBody);
  await admin.send('PUT', `/elections/${electionCode}/ballots`, ballots(shape));
  for (const transition of ['open', 'start-counting']) {
    await admin.send('POST', `/elections/${electionCode}/transitions/${transition}`, {});
  }
};
