import { type Row, row } from './row.ts';

/** The rows of a measurement; where it fails, one row that says why, so that the others are not lost with it. */
export const orSayWhy = async (bench: string, measure: () => Promise<Row[]>): Promise<Row[]> => {
  try {
    return await measure();
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return [row({ bench, metric: 'could not be measured', value: null, unit: '', note }, null, null)];
  }
};
