import type { MailboxItem } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { findLink } from './find-link.ts';
import classes from './mailbox.module.css';

/** One message as its reader gets it; an e-mail in either of its forms. */
export const MailboxMessage = ({ item }: { readonly item: MailboxItem }) => {
  const { t } = useTranslation('dev-mailbox');
  const format = useFormat();
  const [form, setForm] = useState('text');
  const channel = t(`channel.${item.channel}`);
  const time = format.time(item.deliveredAt);
  const link = findLink(item.text);
  return (
    <article className={classes['message']} aria-label={t('message', { channel, to: item.to, time })}>
      <p className={classes['facts']}>
        <span className={classes['channel']}>{channel}</span>
        <bdi>{t('to', { to: item.to })}</bdi>
        <time dateTime={item.deliveredAt}>{time}</time>
      </p>
      {item.subject === null ? null : (
        <h2 className={classes['subject']} dir="auto">
          {item.subject}
        </h2>
      )}
      {item.html === null ? null : (
        <Choices
          label={t('show')}
          options={(['text', 'html'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          value={form}
          onChange={setForm}
        />
      )}
      {item.html !== null && form === 'html' ? (
        // Nothing in it runs, sends or leads anywhere: it is only looked at.
        <iframe className={classes['drawing']} title={t('drawing')} sandbox="" srcDoc={item.html} />
      ) : (
        <p className={classes['text']} dir="auto">
          {item.text.trim()}
        </p>
      )}
      {link === null ? null : (
        <p>
          <a href={link}>{t('open')}</a>
        </p>
      )}
    </article>
  );
};
