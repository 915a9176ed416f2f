import type { Contest, Sheet } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import classes from './detail.module.css';

/** The figures in ballot order; those that a finding is about are marked. */
export const FiguresPanel = ({ contest, sheet }: { readonly contest: Contest; readonly sheet: Sheet }) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const doubted = new Set(sheet.warnings.flatMap(({ fields }) => fields));
  const valid = contest.choices.reduce((sum, { code }) => sum + (sheet.votes[code] ?? 0), 0);
  const mark = (...fields: string[]) =>
    fields.some((field) => doubted.has(field)) ? (
      <span className={classes['doubt']} title={t('figures.doubted')}>
        <span aria-hidden="true">!</span>
        <span className="visually-hidden">{t('figures.doubted')}</span>
      </span>
    ) : null;
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{contest.name}</caption>
      <tbody>
        {contest.choices.map(({ code, name, color }) => (
          <tr key={code}>
            <th scope="row">
              <PartyMark color={color} /> {name}
            </th>
            <td>{mark(`votes.${code}`)}</td>
            <td>{format.count(sheet.votes[code] ?? 0)}</td>
            <td className={classes['share']}>
              {valid === 0 ? '' : format.share((sheet.votes[code] ?? 0) / valid)}
            </td>
          </tr>
        ))}
        {(['rejected', 'cast', 'registered'] as const).map((field) => (
          <tr key={field} data-total="">
            <th scope="row">{t(`ui:figures.${field}`)}</th>
            <td>{mark(field)}</td>
            <td>{format.count(sheet[field])}</td>
            <td className={classes['share']}>
              {field === 'cast' && sheet.registered > 0 ? format.share(sheet.cast / sheet.registered) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
