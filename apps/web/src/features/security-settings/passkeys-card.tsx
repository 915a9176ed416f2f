import type { FactorEnrolled, PasskeyOptions, SecondFactors } from '@comitium/contract';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makePasskey, offersPasskeys, type PasskeyFailure } from '../../data/security/passkeys.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import type { FactorCardProps } from './card-props.ts';
import classes from './security.module.css';

interface PasskeysCardProps extends FactorCardProps {
  readonly passkeys: SecondFactors['passkeys'];
}

export const PasskeysCard = ({ passkeys, guarded, onEnrolled, onSaid }: PasskeysCardProps) => {
  const { t } = useTranslation('security');
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<PasskeyFailure | null>(null);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    const offer = await guarded.send<PasskeyOptions>('auth/me/passkeys', {});
    if (offer === null) return;
    const made = await makePasskey(offer);
    if (!made.ok) return setFailure(made.error);
    const body = {
      challenge: offer.challenge,
      name: name.trim() || t('passkey.namePreset'),
      passkey: made.value,
    };
    const enrolled = await guarded.send<FactorEnrolled>('auth/me/passkeys/confirm', { body });
    if (enrolled === null) return;
    setName('');
    await onEnrolled(enrolled, t('passkey.added'));
  };
  const remove = async (id: string): Promise<void> => {
    const path = `auth/me/passkeys/${encodeURIComponent(id)}/remove`;
    if (await guarded.send(path, {})) onSaid(t('passkey.removed'));
  };
  return (
    <article className={classes['card']}>
      <h3 className={classes['name']}>{t('passkey.title')}</h3>
      <p>{t('passkey.text')}</p>
      {passkeys.length === 0 ? <p>{t('passkey.none')}</p> : null}
      <ul className={classes['list']}>
        {passkeys.map((passkey) => (
          <PasskeyItem key={passkey.id} passkey={passkey} busy={guarded.busy} onRemove={remove} />
        ))}
      </ul>
      {failure ? <Notice tone="warn" title={t(`passkey.${failure}`)} /> : null}
      {offersPasskeys() ? (
        <form className={classes['form']} onSubmit={(event) => void add(event)}>
          <TextInput
            label={t('passkey.name')}
            description={t('passkey.nameHint')}
            placeholder={t('passkey.namePreset')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes['row']}>
            <Button type="submit" loading={guarded.busy}>
              {t('passkey.add')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t('passkey.unsupported')}</p>
      )}
    </article>
  );
};

interface PasskeyItemProps {
  readonly passkey: SecondFactors['passkeys'][number];
  readonly busy: boolean;
  readonly onRemove: (id: string) => Promise<void>;
}

const PasskeyItem = ({ passkey: { id, name, ...passkey }, busy, onRemove }: PasskeyItemProps) => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const used = passkey.lastUsedAt;
  return (
    <li className={classes['item']}>
      <span className={classes['words']}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className={classes['facts']}>
          {t('passkey.made', { time: format.time(passkey.createdAt) })} ·{' '}
          {used === null ? t('passkey.unused') : t('passkey.used', { time: format.time(used) })}
          {passkey.backedUp ? ` · ${t('passkey.backedUp')}` : ''}
        </span>
      </span>
      <TextButton
        disabled={busy}
        aria-label={t('passkey.removeNamed', { name })}
        onClick={() => void onRemove(id)}
      >
        {t('passkey.remove')}
      </TextButton>
    </li>
  );
};
