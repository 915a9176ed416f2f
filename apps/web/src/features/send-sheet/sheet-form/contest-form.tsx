import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFigures } from '../../../data/sheets/check-figures.ts';
import { errorsByField } from '../../../data/sheets/errors-by-field.ts';
import { fieldsOf } from '../../../data/sheets/figures-draft.ts';
import { FiguresForm } from '../../../ui/figures-form/figures-form.tsx';
import { focusFirstError } from '../../../ui/figures-form/focus-first-error.ts';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import { useServerWords } from '../../../ui/problem-notice/use-server-words.ts';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { useSender } from '../sender/sender-context.ts';
import type { ContestFormProps } from './contest-form-props.ts';
import { PhotoField } from './photo-field.tsx';
import { ReviewStep } from './review-step.tsx';
import classes from './sheet-form.module.css';
import { sheetSurroundings } from './sheet-surroundings.ts';
import { useDraft } from './use-draft.ts';

/** One sheet: figures, photograph, note; then the review. */
export const ContestForm = (props: ContestFormProps) => {
  const { election, electionCode, station, contest, reviewing } = props;
  const { t } = useTranslation('send-sheet');
  const words = useServerWords();
  const navigate = useNavigate();
  const { queueState } = useSender();
  const [showMissing, setShowMissing] = useState(false);
  const place = { election: electionCode, station: station.station.code, contest: contest.code };
  const { draft, change } = useDraft(place, contest);
  const check = useMemo(() => {
    if (draft === null) return null;
    const known = { election, registered: station.registered, capturedAt: draft.photo?.takenAt ?? null };
    return checkFigures(contest, draft.figures, sheetSurroundings(known));
  }, [contest, draft, election, station.registered]);
  if (draft === null || check === null) return <Skeleton height="20rem" />;
  const replaced = queueState.sheets.find(({ key }) => key === draft.replaces);
  const refusal = replaced?.state.kind === 'refused' ? words.refusal(replaced.state.problem) : null;
  const refusals = errorsByField(refusal?.errors ?? [], fieldsOf(contest));
  const goTo = (step?: 'review') =>
    navigate({
      to: '/elections/$election/send',
      params: { election: electionCode },
      search: { station: place.station, contest: place.contest, ...(step ? { step } : {}) },
    });
  if (reviewing && check.figures !== null) {
    return <ReviewStep {...props} draft={draft} check={check} onBack={() => void goTo()} />;
  }
  const goOn = (): void => {
    setShowMissing(true);
    if (check.figures === null) focusFirstError(contest, check);
    else void goTo('review');
  };
  return (
    <div className={classes['form']}>
      <ProblemNotice problem={refusal && { ...refusal, errors: otherErrors(refusals) }} withErrors />
      <FiguresForm
        contest={contest}
        figures={draft.figures}
        check={check}
        refusals={refusals}
        showMissing={showMissing}
        registered={station.registered}
        onChange={(figures) => change({ figures })}
      />
      <PhotoField photo={draft.photo} onChange={(photo) => change({ photo })} />
      <Textarea
        label={t('form.note')}
        description={t('form.noteHint')}
        size="md"
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={classes['actions']}>
        <Button size="lg" onClick={goOn}>
          {t('form.review')}
        </Button>
        <p className={classes['hint']}>{t('form.kept')}</p>
      </div>
    </div>
  );
};

const otherErrors = (refusals: ReadonlyMap<string, readonly string[]>) =>
  (refusals.get('') ?? []).map((message) => ({ path: '', code: '', message }));
