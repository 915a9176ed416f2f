import type { Me } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../data/problem-error.ts';
import { sendForFile } from '../../../data/send-request.ts';
import classes from '../account.module.css';

const fetchPhoto = async (): Promise<Blob> => {
  const answer = await sendForFile('auth/me/photo', {});
  if (!answer.ok) throw new ProblemError(answer.error);
  return answer.value;
};

/** The photo, or the first letter of the name. It is fetched with the token, which an image element could not send. */
export const Portrait = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation('account');
  const { data } = useQuery({
    queryKey: ['photo', person.id, person.photoAt],
    queryFn: fetchPhoto,
    enabled: person.photoAt !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [address, setAddress] = useState<string | null>(null);
  const shown = person.photoAt === null ? undefined : data;
  useEffect(() => {
    if (shown === undefined) return setAddress(null);
    const made = URL.createObjectURL(shown);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shown]);
  return (
    <span className={classes['portrait']}>
      {address === null ? (
        <span aria-hidden="true">{[...person.name][0] ?? '·'}</span>
      ) : (
        <img src={address} alt={t('photo.alt')} />
      )}
    </span>
  );
};
