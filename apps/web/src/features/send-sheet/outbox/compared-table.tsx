import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ComparedRow } from './compare-sheets.ts';
import classes from './outbox.module.css';

interface ComparedTableProps {
  readonly caption: string;
  readonly rows: readonly ComparedRow[];
}

export const ComparedTable = ({ caption, rows }: ComparedTableProps) => {
  const { t } = useTranslation(['send-sheet', 'ui']);
  const format = useFormat();
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('conflict.figure')}</th>
          <th scope="col">{t('conflict.yours')}</th>
          <th scope="col">{t('conflict.theirs')}</th>
          <th scope="col" className={classes['sign']}>
            <span className="visually-hidden">{t('conflict.differs')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, choice, ours, theirs, differs }) => (
          <tr key={key} data-differs={differs ? '' : undefined}>
            <th scope="row">{choice ?? t(`ui:figures.${key}`)}</th>
            <td>{format.count(ours)}</td>
            <td>{theirs === null ? '–' : format.count(theirs)}</td>
            <td className={classes['sign']}>{differs ? <Differs label={t('conflict.differs')} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Differs = ({ label }: { readonly label: string }) => (
  <>
    <span aria-hidden="true">≠</span>
    <span className="visually-hidden">{label}</span>
  </>
);
