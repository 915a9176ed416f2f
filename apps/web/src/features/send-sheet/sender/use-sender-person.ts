import type { Person } from '@comitium/contract';
import { useMemo } from 'react';
import { rememberedPerson } from '../../../data/remembered-person.ts';
import { useSession } from '../../../data/use-session.ts';

/** `email` is what the person is known by here: the phone number where there is no address. */
export type SenderPerson = Pick<Person, 'id' | 'name'> & { readonly email: string };

/** Who sends: the session's person; without signal the one remembered on this device, so that the page opens. */
export const useSenderPerson = () => {
  const { person: present } = useSession();
  const person = useMemo((): SenderPerson | null => {
    if (present !== null) return asSender(present);
    const remembered = rememberedPerson();
    return remembered && { id: remembered.id, name: remembered.name, email: remembered.contact };
  }, [present]);
  return { signedIn: present !== null, person };
};

const asSender = ({ id, email, phone, name }: Person): SenderPerson => ({
  id,
  email: email ?? phone ?? name,
  name,
});
