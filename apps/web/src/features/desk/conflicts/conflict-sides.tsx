import type { SheetConflict } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from '../detail/detail.module.css';
import { Attachment } from '../photo/attachment.tsx';

interface ConflictSidesProps {
  readonly election: string;
  readonly conflict: SheetConflict;
}

/** Who sent each of the two sheets, and their photographs beside each other. */
export const ConflictSides = ({ election, conflict }: ConflictSidesProps) => {
  const { t } = useTranslation('desk');
  const { live } = conflict;
  return (
    <div className={classes['columns']} data-even="">
      <Side title={t('conflict.recorded')} sheet={live}>
        <Link
          to="/elections/$election/desk"
          params={{ election }}
          search={{ tab: 'new', sheet: live.id }}
          className={classes['small']}
        >
          {t('conflict.openSheet')}
        </Link>
      </Side>
      <Side title={t('conflict.refused')} sheet={conflict} />
    </div>
  );
};

interface SideProps {
  readonly title: string;
  readonly sheet: Pick<SheetConflict, 'author' | 'source' | 'receivedAt' | 'note' | 'attachments'>;
  readonly children?: ReactNode;
}

const Side = ({ title, sheet, children }: SideProps) => {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const heading = useId();
  const { author, receivedAt, note, attachments } = sheet;
  return (
    <section className={classes['panel']} aria-labelledby={heading}>
      <h3 id={heading} className={classes['heading']}>
        {title}
      </h3>
      <p className={classes['small']}>
        {t('detail.sent', { author, source: t(`source.${sheet.source}`), time: format.time(receivedAt) })}
      </p>
      {note ? <p>{t('detail.note', { note })}</p> : null}
      {attachments.map((id) => (
        <Attachment key={id} id={id} />
      ))}
      {attachments.length === 0 ? <p className={classes['small']}>{t('photo.none')}</p> : null}
      {children}
    </section>
  );
};
