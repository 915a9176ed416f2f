import type { Me } from '@comitium/contract';

/** Who was last signed in on this device: enough to go on working without signal, and no more. */
export interface RememberedPerson {
  readonly id: string;
  readonly name: string;
  /** What the person signs in with: an e-mail address, else the phone number. */
  readonly contact: string;
  readonly roles: readonly string[];
}

const key = 'comitium.person';

export const toRemember = ({ id, name, email, phone, grants }: Me): RememberedPerson => ({
  ...{ id, name, contact: email ?? phone ?? name },
  roles: [...new Set(grants.map(({ role }) => role))],
});

/** A session that ends by itself leaves the person here, who signs in again; whoever signs out is forgotten. */
export const rememberPerson = (person: RememberedPerson | null): void => {
  if (person === null) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(person));
};

export const rememberedPerson = (): RememberedPerson | null => {
  const kept = localStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as RememberedPerson);
};
