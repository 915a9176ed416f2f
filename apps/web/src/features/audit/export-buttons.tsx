import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { ReasonDialog } from '../../ui/reason-dialog/reason-dialog.tsx';
import type { EntryFilter } from './entry-filter.ts';
import { type ExportFormat, saveExport } from './save-export.ts';

/** Takes what the list shows out as a file; the reason is kept in the audit. */
export const ExportButtons = ({ filter }: { readonly filter: EntryFilter }) => {
  const { t } = useTranslation('audit');
  const [format, setFormat] = useState<ExportFormat | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const act = async (reason: string): Promise<boolean> => {
    if (format === null) return false;
    setBusy(true);
    const refused = await saveExport({ ...filter, format, reason });
    setBusy(false);
    setProblem(refused);
    return refused === null;
  };
  return (
    <>
      {(['csv', 'json'] as const).map((one) => (
        <Button key={one} variant="default" onClick={() => setFormat(one)}>
          {t(`export.${one}`)}
        </Button>
      ))}
      {format ? (
        <ReasonDialog
          title={t('export.title')}
          text={t('export.text')}
          action={t(`export.${format}`)}
          needed
          busy={busy}
          problem={problem}
          onAct={act}
          onClose={() => setFormat(null)}
        />
      ) : null}
    </>
  );
};
