import type { DeadLetter } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './dead-letters.module.css';
import type { Decision } from './decide-dialog.tsx';
import { reasonWords } from './reason-words.ts';

interface DeadLetterCardProps {
  readonly letter: DeadLetter;
  readonly onDecide: (decision: Decision) => void;
}

export const DeadLetterCard = ({ letter, onDecide }: DeadLetterCardProps) => {
  const { t } = useTranslation('dead-letters');
  const format = useFormat();
  const titleId = useId();
  const { key, code } = reasonWords(letter.reason);
  const facts = [
    ['to', <bdi key="to">{letter.to}</bdi>],
    ['why', t(`reason.${key}`, { code })],
    [
      'failed',
      <time key="at" dateTime={letter.failedAt}>
        {format.time(letter.failedAt)}
      </time>,
    ],
    ['attempts', format.count(letter.attempts)],
  ] as const;
  return (
    <article className={classes['card']} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes['name']}>
        {t(`template.${letter.template}`)}
        <span className={classes['channel']}>{t(`channel.${letter.channel}`)}</span>
        {letter.perhapsDelivered ? <span className={classes['mark']}>{t('perhaps')}</span> : null}
        {letter.expired ? <span className={classes['mark']}>{t('expired')}</span> : null}
      </h2>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes['row']}>
        {letter.expired ? null : <Button onClick={() => onDecide('retry')}>{t('action.retry')}</Button>}
        <Button variant="default" onClick={() => onDecide('discard')}>
          {t('action.discard')}
        </Button>
      </div>
    </article>
  );
};
