import type { Contest } from '@comitium/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '../sheet-form/sheet-form.module.css';
import type { MyStation } from '../station-state.ts';

interface GoOnProps {
  readonly electionCode: string;
  readonly station: MyStation;
  /** The next contest without a sheet; null when the station is done. */
  readonly next: Contest | null;
}

/** After a sheet was handed over: the next one of the station, or back to the list. */
export const GoOn = ({ electionCode, station, next }: GoOnProps) => {
  const { t } = useTranslation('send-sheet');
  const to = { to: '/elections/$election/send', params: { election: electionCode } } as const;
  return (
    <div className={classes['actions']}>
      {next ? (
        <Button
          size="lg"
          className={classes['linkButton'] ?? ''}
          renderRoot={(props) => (
            <Link {...to} search={{ station: station.station.code, contest: next.code }} {...props} />
          )}
        >
          {t('goOn.next', { contest: next.name })}
        </Button>
      ) : null}
      <Button
        size="lg"
        className={classes['linkButton'] ?? ''}
        variant={next ? 'default' : 'filled'}
        renderRoot={(props) => <Link {...to} search={{}} {...props} />}
      >
        {t('goOn.stations')}
      </Button>
    </div>
  );
};
