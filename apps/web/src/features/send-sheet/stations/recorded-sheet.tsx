import type { Contest, Sheet } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { FindingList } from '../../../ui/figures-form/finding-list.tsx';
import { FiguresTable } from '../sheet-form/figures-table.tsx';
import classes from '../sheet-form/sheet-form.module.css';

/** The sheet that counts for a contest, as the server holds it. */
export const RecordedSheet = ({ contest, sheet }: { readonly contest: Contest; readonly sheet: Sheet }) => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  return (
    <section className={classes['group']}>
      <p>{t(`receipt.${sheet.status}`, { time: format.time(sheet.updatedAt) })}</p>
      <FindingList findings={sheet.warnings} />
      <FiguresTable contest={contest} figures={sheet} />
    </section>
  );
};
