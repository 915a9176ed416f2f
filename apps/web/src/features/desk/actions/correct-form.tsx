import type { Contest } from '@comitium/contract';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFigures } from '../../../data/sheets/check-figures.ts';
import { errorsByField } from '../../../data/sheets/errors-by-field.ts';
import { fieldsOf } from '../../../data/sheets/figures-draft.ts';
import { FiguresForm } from '../../../ui/figures-form/figures-form.tsx';
import { focusFirstError } from '../../../ui/figures-form/focus-first-error.ts';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import { useServerWords } from '../../../ui/problem-notice/use-server-words.ts';
import type { LoadedSheet } from '../desk-queries.ts';
import classes from './actions.module.css';
import { MovedNotice } from './moved-notice.tsx';
import { useCorrectionDraft } from './use-correction-draft.ts';
import type { SheetChange } from './use-sheet-change.ts';

interface CorrectFormProps {
  readonly contest: Contest;
  readonly seen: LoadedSheet;
  readonly change: SheetChange;
  readonly onClose: () => void;
}

/** The whole new figures and why; they are judged by the same rules as a new sheet. Its photographs stay with it. */
export const CorrectForm = ({ contest, seen, change, onClose }: CorrectFormProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const words = useServerWords();
  const draft = useCorrectionDraft(contest, seen.sheet);
  const { figures, setFigures, reason, setReason } = draft;
  const [tried, setTried] = useState(false);
  const check = useMemo(() => checkFigures(contest, figures), [contest, figures]);
  const missing = reason.trim().length < 3;
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (check.figures === null) return focusFirstError(contest, check);
    if (missing) return;
    const { attachments } = seen.sheet;
    const body = { ...check.figures, reason: reason.trim(), attachments };
    if (await change.change('correct', body)) close();
  };
  const problem = change.problem?.code === 'stale_version' ? null : change.problem;
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)}>
      <MovedNotice draft={draft} />
      <FiguresForm
        contest={contest}
        figures={figures}
        check={check}
        refusals={errorsByField(problem === null ? [] : words.refusal(problem).errors, fieldsOf(contest))}
        showMissing={tried}
        registered={null}
        onChange={setFigures}
      />
      <Textarea
        label={t('ui:reason.label')}
        description={t('ui:reason.hint')}
        error={tried && missing ? t('ui:reason.missing') : undefined}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNotice problem={problem} />
      <div className={classes['row']}>
        <Button type="submit" loading={change.busy}>
          {t('action.saveCorrection')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
};
