import type { Contest, SheetConflict } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import type { FigureChange } from '../detail/revision-differences.ts';
import classes from './compared-figures.module.css';

interface ComparedFiguresProps {
  readonly contest: Contest;
  readonly conflict: SheetConflict;
  readonly differences: readonly FigureChange[];
}

/** Every figure of both sheets; first, in words, those that differ. */
export const ComparedFigures = ({ contest, conflict, differences }: ComparedFiguresProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const differing = new Map(differences.map(({ key, before, after }) => [key, after - before]));
  const rows = [
    ...contest.choices.map(({ code, name, color }) => ({
      key: code,
      name,
      color,
      recorded: conflict.live.votes[code] ?? 0,
      refused: conflict.votes[code] ?? 0,
    })),
    ...(['rejected', 'cast', 'registered'] as const).map((key) => ({
      key,
      name: t(`ui:figures.${key}`),
      color: null,
      recorded: conflict.live[key],
      refused: conflict[key],
    })),
  ];
  return (
    <>
      <DifferenceWords differences={differences} />
      <table className={classes['table']}>
        <caption className="visually-hidden">{contest.name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('conflict.figure')}</th>
            <th scope="col">{t('conflict.recordedShort')}</th>
            <th scope="col">{t('conflict.refusedShort')}</th>
            <th scope="col">{t('conflict.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ComparedRow {...row} key={row.key} difference={differing.get(row.key) ?? 0} />
          ))}
        </tbody>
      </table>
    </>
  );
};

const DifferenceWords = ({ differences }: Pick<ComparedFiguresProps, 'differences'>) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  if (differences.length === 0) {
    return <Notice tone="plain" title={t('conflict.sameTitle')} text={t('conflict.sameText')} />;
  }
  return (
    <Notice tone="warn" title={t('conflict.differTitle', { count: differences.length })}>
      <ul>
        {differences.map(({ key, choice, before, after }) => (
          <li key={key}>
            {t(after > before ? 'conflict.more' : 'conflict.fewer', {
              figure: choice ?? t(`ui:figures.${key}`),
              recorded: format.count(before),
              refused: format.count(after),
              by: format.count(Math.abs(after - before)),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

interface ComparedRowProps {
  readonly name: string;
  readonly color: string | null;
  readonly recorded: number;
  readonly refused: number;
  readonly difference: number;
}

const ComparedRow = ({ name, color, recorded, refused, difference }: ComparedRowProps) => {
  const format = useFormat();
  const sign = difference > 0 ? '+' : '−';
  return (
    <tr data-differs={difference === 0 ? undefined : ''}>
      <th scope="row">
        {color ? <PartyMark color={color} /> : null} {name}
      </th>
      <td>{format.count(recorded)}</td>
      <td>{format.count(refused)}</td>
      <td dir="ltr">{difference === 0 ? '' : `≠ ${sign}${format.count(Math.abs(difference))}`}</td>
    </tr>
  );
};
