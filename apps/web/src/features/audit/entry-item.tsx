import type { AuditEntry } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './audit.module.css';
import { EntryChange } from './entry-change.tsx';
import type { EntryFilter } from './entry-filter.ts';

interface EntryItemProps {
  readonly entry: AuditEntry;
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
}

/** One command or refusal; each of its words narrows the list to it, and it opens to what it changed. */
export const EntryItem = ({ entry, filter, onChange }: EntryItemProps) => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { action, at, kind, person, reason, thing, times } = entry;
  const who = person === null ? (entry.device ?? t('nobody')) : person.name || person.id;
  return (
    <li className={classes['entry']} data-kind={kind}>
      <div className={classes['line']}>
        <time dateTime={at} title={at}>
          {format.time(at)}
        </time>
        <span className={classes['kind']}>{t(`kind.${kind}`)}</span>
        <TextButton onClick={() => onChange({ ...filter, action })}>{action}</TextButton>
        {person === null ? (
          <span>{who}</span>
        ) : (
          <TextButton onClick={() => onChange({ ...filter, person: person.id })}>
            <bdi>{who}</bdi>
          </TextButton>
        )}
        <TextButton className={classes['thing'] ?? ''} onClick={() => onChange({ ...filter, thing })}>
          <bdi>{thing}</bdi>
        </TextButton>
        {times > 1 ? <span>{t('times', { count: times })}</span> : null}
        <TextButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'close' : 'open')}
          <span className="visually-hidden">
            {' '}
            {action} {format.time(at)}
          </span>
        </TextButton>
      </div>
      {reason === null ? null : <p className={classes['reason']}>{reason}</p>}
      {open ? <EntryChange entry={entry} /> : null}
    </li>
  );
};
