import type { CountReport } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { reportCsv } from './report-csv.ts';
import classes from './result.module.css';

const save = (text: string, type: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** The report to take away: for programs, for a spreadsheet, on paper. */
export const SaveReport = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const name = `count-${report.method.name}`;
  return (
    <div className={classes['buttons']}>
      <TextButton
        onClick={() => save(`${JSON.stringify(report, null, 2)}\n`, 'application/json', `${name}.json`)}
      >
        {t('save.json')}
      </TextButton>
      <TextButton onClick={() => save(reportCsv(report), 'text/csv', `${name}.csv`)}>
        {t('save.csv')}
      </TextButton>
      <TextButton onClick={() => window.print()}>{t('save.print')}</TextButton>
    </div>
  );
};
