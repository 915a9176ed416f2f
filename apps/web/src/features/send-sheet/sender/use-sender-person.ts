import type { Person } from '@comitium/contract';
import { useEffect, useState } from 'react';
import { useSession } from '../../../data/use-session.ts';
import type { SheetStorage } from '../storage/sheet-storage.ts';

export type SenderPerson = Pick<Person, 'id' | 'email' | 'name'>;

const snapshotName = 'person';

/** Who sends: the session's person, remembered on this device so that the page opens without signal too. */
export const useSenderPerson = (storage: SheetStorage | null) => {
  const session = useSession();
  const [remembered, setRemembered] = useState<SenderPerson | null | undefined>(undefined);
  const { person } = session;
  useEffect(() => {
    if (storage === null) return;
    if (person === null) {
      void storage.snapshots
        .get(snapshotName)
        .then((found) => setRemembered((found?.value ?? null) as SenderPerson));
      return;
    }
    const value: SenderPerson = { id: person.id, email: person.email, name: person.name };
    void storage.snapshots.put({ name: snapshotName, value, at: new Date().toISOString() });
  }, [storage, person]);
  return {
    signedIn: person !== null,
    person: person ?? remembered ?? null,
    settled: person !== null || remembered !== undefined,
  };
};
