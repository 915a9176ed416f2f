/** The candidates for president in the order of the ballot paper. */
export interface CandidateFact {
  code: string;
  name: string;
  /** null for an independent. */
  party: string | null;
  /** Independents have no party colour; these tell them apart on a map. */
  color?: string;
}

/** Akua Donkor died on 28 October 2024, after the papers were printed: her name stayed on the ballot and counted nothing. */
export const candidates2024: readonly CandidateFact[] = [
  { code: 'BAWUMIA', name: 'Mahamudu Bawumia', party: 'NPP' },
  { code: 'LARTEY', name: 'Daniel Augustus Lartey Jnr.', party: 'GCPP' },
  { code: 'DONKOR', name: 'Akua Donkor', party: 'GFP' },
  { code: 'ANDREWS', name: 'Christian Kwabena Andrews', party: 'GUM' },
  { code: 'AKPALOO', name: 'Kofi Akpaloo', party: 'LPG' },
  { code: 'FRIMPONG', name: 'Mohammed Frimpong', party: 'NDP' },
  { code: 'FRIMPOMAA', name: 'Nana Akosua Frimpomaa', party: 'CPP' },
  { code: 'MAHAMA', name: 'John Dramani Mahama', party: 'NDC' },
  { code: 'AYARIGA', name: 'Hassan Ayariga', party: 'APC' },
  { code: 'KORANTENG', name: 'Kofi Koranteng', party: null, color: '#5f7f95' },
  { code: 'TWUM-BARIMAH', name: 'George Twum-Barimah Adu', party: null, color: '#8a7967' },
  { code: 'BEDIAKO', name: 'Nana Kwame Bediako', party: null, color: '#2f2f2f' },
  { code: 'KYEREMATEN', name: 'Alan Kyerematen', party: null, color: '#e0b000' },
];

export const candidates2020: readonly CandidateFact[] = [
  { code: 'AKUFO-ADDO', name: 'Nana Addo Dankwa Akufo-Addo', party: 'NPP' },
  { code: 'MAHAMA', name: 'John Dramani Mahama', party: 'NDC' },
  { code: 'ANDREWS', name: 'Christian Kwabena Andrews', party: 'GUM' },
  { code: 'GREENSTREET', name: 'Ivor Greenstreet', party: 'CPP' },
  { code: 'DONKOR', name: 'Akua Donkor', party: 'GFP' },
  { code: 'LARTEY', name: 'Henry Lartey', party: 'GCPP' },
  { code: 'AYARIGA', name: 'Hassan Ayariga', party: 'APC' },
  { code: 'AKPALOO', name: 'Kofi Akpaloo', party: 'LPG' },
  { code: 'APASERA', name: 'David Apasera', party: 'PNC' },
  { code: 'DZOGBENUKU', name: 'Brigitte Dzogbenuku', party: 'PPP' },
  { code: 'RAWLINGS', name: 'Nana Konadu Agyeman-Rawlings', party: 'NDP' },
  { code: 'WALKER', name: 'Alfred Walker', party: null, color: '#5f7f95' },
];
