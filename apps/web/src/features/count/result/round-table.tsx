import type { CountReport, Standing } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region/scroll-region.tsx';
import classes from './result.module.css';

const signs: Readonly<Record<Standing, string>> = {
  continuing: '',
  elected: '✓',
  excluded: '×',
  withdrawn: '',
};

/** Every figure of every round, exactly as counted. */
export const RoundTable = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const { rounds, choices, measure } = report;
  const leftovers = [...new Set(rounds.flatMap((round) => round.leftovers.map(({ reason }) => reason)))];
  const thresholds = [...new Set(rounds.flatMap((round) => round.thresholds.map(({ kind }) => kind)))];
  return (
    <ScrollRegion label={t('table.title')} className={classes['framed']}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{t('table.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`measure.${measure}`)}</th>
            {rounds.map(({ number }) => (
              <th key={number} scope="col">
                {t('round', { round: format.count(number) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.map(({ id, name }, choice) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {rounds.map(({ number, votes, standing }) => (
                <Cell
                  key={number}
                  votes={votes[choice] ?? null}
                  standing={standing[choice] ?? 'continuing'}
                />
              ))}
            </tr>
          ))}
          {leftovers.map((reason) => (
            <tr key={reason} className={classes['aside']}>
              <th scope="row">{t(`leftover.${reason}`)}</th>
              {rounds.map(({ number, leftovers: left }) => (
                <td key={number}>{left.find((one) => one.reason === reason)?.votes ?? '·'}</td>
              ))}
            </tr>
          ))}
          {thresholds.map((kind) => (
            <tr key={kind} className={classes['aside']}>
              <th scope="row">{t(`threshold.${kind}`)}</th>
              {rounds.map(({ number, thresholds: needs }) => (
                <td key={number}>{needs.find((one) => one.kind === kind)?.votes ?? '·'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

const Cell = ({ votes, standing }: { readonly votes: string | null; readonly standing: Standing }) => {
  const { t } = useTranslation('count');
  const sign = signs[standing];
  return (
    <td data-standing={standing}>
      {votes ?? '·'}
      {sign === '' ? null : (
        <>
          <span aria-hidden="true" className={classes['sign']}>
            {sign}
          </span>
          <span className="visually-hidden"> {t(`standing.${standing}`)}</span>
        </>
      )}
    </td>
  );
};
