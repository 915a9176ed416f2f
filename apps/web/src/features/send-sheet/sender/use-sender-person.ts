import type { Person } from '@comitium/contract';
import { useEffect, useMemo, useState } from 'react';
import { useSession } from '../../../data/use-session.ts';
import type { SheetStorage } from '../storage/sheet-storage.ts';

/** `email` is what the person is known by here: the phone number where there is no address. */
export type SenderPerson = Pick<Person, 'id' | 'name'> & { readonly email: string };

const snapshotName = 'person';

/** Who sends: the session's person, remembered on this device so that the page opens without signal too. */
export const useSenderPerson = (storage: SheetStorage | null) => {
  const session = useSession();
  const [remembered, setRemembered] = useState<SenderPerson | null | undefined>(undefined);
  const person = useMemo(() => (session.person === null ? null : asSender(session.person)), [session.person]);
  useEffect(() => {
    if (storage === null) return;
    if (person === null) {
      void storage.snapshots
        .get(snapshotName)
        .then((found) => setRemembered((found?.value ?? null) as SenderPerson));
      return;
    }
    void storage.snapshots.put({ name: snapshotName, value: person, at: new Date().toISOString() });
  }, [storage, person]);
  return {
    signedIn: person !== null,
    person: person ?? remembered ?? null,
    settled: person !== null || remembered !== undefined,
  };
};

const asSender = ({ id, email, phone, name }: Person): SenderPerson => ({
  id,
  email: email ?? phone ?? name,
  name,
});
