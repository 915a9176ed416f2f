import type { DemoParty } from '../nation.ts';

/** Colours of NPP, NDC and CPP follow the parties' own; the others are chosen to be told apart on a map. */
const table = `
NPP|New Patriotic Party|#0b4ea2
NDC|National Democratic Congress|#00843d
CPP|Convention People's Party|#c8102e
GUM|Ghana Union Movement|#c98a00
APC|All People's Congress|#6d4c9f
GCPP|Great Consolidated Popular Party|#7a5230
LPG|Liberal Party of Ghana|#d05fa2
NDP|National Democratic Party|#4a9b8e
GFP|Ghana Freedom Party|#a0a832
PNC|People's National Convention|#b5651d
PPP|Progressive People's Party|#d6336c
IND|Independent|#6b7280
`;

export const parties: readonly DemoParty[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', name = '', color = ''] = line.split('|');
    return { code, name, color };
  });

const byCode = new Map(parties.map((party) => [party.code, party]));

export const getParty = (code: string): DemoParty => {
  const party = byCode.get(code);
  if (party === undefined) throw new Error(`no party ${code}`);
  return party;
};
