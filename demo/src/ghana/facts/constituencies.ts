import { constituenciesAshanti } from './constituencies-ashanti.ts';
import { constituenciesCoast } from './constituencies-coast.ts';
import { constituenciesEast } from './constituencies-east.ts';
import { constituenciesMiddle } from './constituencies-middle.ts';
import { constituenciesNorth } from './constituencies-north.ts';

/**
 * The 276 constituencies. Columns: the commission's code | name | provisional register of 2020 | party of the MP elected in
 * 2020 | MP elected in 2024 | party. Names are given in one letter case and without titles, in the source's word order.
 *
 * Three gaps are filled here, each marked on its row:
 * - Guan (Oti) was created for 2024; the source gives it neither code nor register. The demonstration uses L0901, the next
 *   free code of Oti, and a register of 18,000 as weight.
 * - Tatale/Sanguli's MP of 2020 is blank. The declared seats of 2020 were NPP 137, NDC 137, independent 1; the rows show
 *   NPP 136, NDC 137, independent 1, so the missing one is the NPP's.
 * - Ablekuma North's MP of 2024 was not declared at the date of the source. The demonstration gives it to the NDC, without a
 *   name: the party that led Greater Accra, and that a partial re-run in July 2025 (outside the source) confirmed.
 */
export interface ConstituencyFact {
  /** The commission's code, as A0101. */
  code: string;
  name: string;
  /** Provisional register of 2020; an estimate for Guan. */
  registered2020: number;
  /** Party of the MP elected in 2020; null where the constituency did not exist. */
  mpParty2020: string | null;
  /** null where nobody had been declared. */
  mp2024: string | null;
  mpParty2024: string;
  /** What of the row is not in the source. */
  assumed: readonly ('code' | 'register' | 'mp2020' | 'mp2024')[];
}

const filled: Record<string, Partial<ConstituencyFact>> = {
  L0901: { registered2020: 18_000, mpParty2020: null, assumed: ['code', 'register'] },
  M0501: { mpParty2020: 'NPP', assumed: ['mp2020'] },
  C1401: { mp2024: null, mpParty2024: 'NDC', assumed: ['mp2024'] },
};

const parseRow = (line: string): ConstituencyFact => {
  const [code = '', name = '', register, mpParty2020 = '', mp2024 = '', mpParty2024 = ''] = line.split('|');
  const row = { code, name, registered2020: Number(register), mpParty2020, mp2024, mpParty2024, assumed: [] };
  return { ...row, ...filled[code] };
};

/** In the order of their codes, which is also the order of the regions. */
export const constituencies: readonly ConstituencyFact[] = [
  constituenciesCoast,
  constituenciesEast,
  constituenciesAshanti,
  constituenciesMiddle,
  constituenciesNorth,
]
  .flatMap((table) => table.trim().split('\n').map(parseRow))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
