import type { Contest } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../data/sheets/figures-draft.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './sheet-form.module.css';

/** The figures of a sheet in ballot order, to be read beside the paper. */
export const FiguresTable = ({
  contest,
  figures,
}: {
  readonly contest: Contest;
  readonly figures: Figures;
}) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const rows = [
    ...contest.choices.map(({ code, name }) => ({ key: code, name, value: figures.votes[code] ?? 0 })),
    { key: '_rejected', name: t('figures.rejected'), value: figures.rejected },
    { key: '_cast', name: t('figures.cast'), value: figures.cast },
    { key: '_registered', name: t('figures.registered'), value: figures.registered },
  ];
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{contest.name}</caption>
      <tbody>
        {rows.map(({ key, name, value }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{format.count(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
