import { useTranslation } from 'react-i18next';
import type { Connection } from '../../data/use-topic.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './connection-badge.module.css';

interface ConnectionBadgeProps {
  readonly connection: Connection;
  /** When the last state arrived, RFC 3339; shown when the connection is gone. */
  readonly lastAt: string | null;
  /** The figures are those of an earlier visit, and there has been no connection since. */
  readonly kept?: boolean;
}

/** Says whether the figures are live, and if not, since when. */
export const ConnectionBadge = ({ connection, lastAt, kept = false }: ConnectionBadgeProps) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const lost = connection === 'offline' || connection === 'stale';
  const time = lastAt ? format.time(lastAt) : '';
  const since = lost && lastAt ? t(`connection.${connection}Since`, { time }) : t(`connection.${connection}`);
  const words = kept ? t('connection.kept', { time }) : since;
  return (
    <span className={classes['badge']} data-connection={kept ? 'offline' : connection} role="status">
      <span className={classes['dot']} aria-hidden="true" />
      {words}
    </span>
  );
};
