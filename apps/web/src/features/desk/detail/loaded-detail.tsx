import type { Contest } from '@comitium/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../data/use-session.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { FindingList } from '../../../ui/figures-form/finding-list.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { ActionBar } from '../actions/action-bar.tsx';
import { CorrectForm } from '../actions/correct-form.tsx';
import { useHasCorrection } from '../actions/correction-drafts.ts';
import { actionKeys, possibleActions, reasonNeeded, type SheetAction } from '../actions/sheet-action.ts';
import { useCorrections } from '../actions/use-corrections.ts';
import { useSheetChange } from '../actions/use-sheet-change.ts';
import type { LoadedSheet } from '../desk-queries.ts';
import { Attachment } from '../photo/attachment.tsx';
import { statusTones } from '../status-tones.ts';
import { ChangedNotice } from './changed-notice.tsx';
import classes from './detail.module.css';
import { FiguresPanel } from './figures-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { SiblingsPanel } from './siblings-panel.tsx';

const StationProof = lazy(async () => ({
  default: (await import('../../../ui/station-proof/station-proof.tsx')).StationProof,
}));

interface LoadedDetailProps {
  readonly election: string;
  readonly loaded: LoadedSheet;
  readonly contest: Contest;
  readonly action: SheetAction | null;
  readonly onAct: (action: SheetAction | null) => void;
}

/** One sheet: its photograph beside its figures, the doubts in words, what was done to it, what can be done. */
export const LoadedDetail = ({ election, loaded, contest, action, onAct }: LoadedDetailProps) => {
  const { t } = useTranslation('desk');
  const { person } = useSession();
  // What the reader has looked at: somebody else's newer revision is told before it replaces it.
  const [seen, setSeen] = useState(loaded);
  const change = useSheetChange(election, seen);
  const news = loaded.sheet.revision !== seen.sheet.revision;
  const stale = news && loaded.sheet.revision !== change.ownRevision;
  if (loaded !== seen && !stale) setSeen(loaded);
  const { sheet } = seen;
  const actions = possibleActions(sheet.status, person);
  const open = useOpenAction(action, actions, useHasCorrection(useCorrections(), sheet.id));
  const close = (): void => {
    change.forget();
    onAct(null);
  };
  const look = (): void => {
    change.forget();
    setSeen(loaded);
  };
  return (
    <article className={classes['detail']}>
      <DetailHead sheet={sheet} />
      {stale ? (
        <ChangedNotice
          contest={contest}
          before={sheet}
          after={loaded.sheet}
          author={loaded.revisions.at(-1)?.author ?? loaded.sheet.author}
          reason={loaded.revisions.at(-1)?.reason ?? null}
          onLook={look}
        />
      ) : null}
      {open === 'correct' ? null : <SheetActions actions={actions} onAct={onAct} />}
      {open !== 'correct' ? <FindingList findings={sheet.warnings} /> : null}
      {sheet.note ? <p>{t('detail.note', { note: sheet.note })}</p> : null}
      <div className={classes['columns']}>
        <div className={classes['photos']}>
          {sheet.attachments.map((id) => (
            <Attachment key={id} id={id} />
          ))}
          {sheet.attachments.length === 0 ? <p className={classes['small']}>{t('photo.none')}</p> : null}
        </div>
        {open === 'correct' ? (
          <CorrectForm contest={contest} seen={seen} change={change} onClose={close} />
        ) : (
          <FiguresPanel contest={contest} sheet={sheet} />
        )}
      </div>
      <HistoryPanel contest={contest} detail={seen} />
      <Suspense fallback={<Skeleton height="8rem" />}>
        <StationProof election={election} station={sheet.station.code} />
      </Suspense>
      <SiblingsPanel contest={contest} sheet={sheet} />
      {open !== null && open !== 'correct' ? (
        <ReasonDialog
          title={t(`action.${open}Title`)}
          text={t(`action.${open}Text`, { station: sheet.station.name })}
          action={t(`action.${open}`)}
          needed={reasonNeeded[open]}
          grave={open === 'reject'}
          busy={change.busy}
          problem={change.problem}
          onAct={(reason) => change.change(open, reason === '' ? {} : { reason })}
          onClose={close}
        />
      ) : null}
    </article>
  );
};

/** A correction stays open even when the sheet was certified or rejected meanwhile: what is typed is not thrown away. */
const useOpenAction = (
  action: SheetAction | null,
  possible: readonly SheetAction[],
  begun: boolean,
): SheetAction | null => {
  const [correcting, setCorrecting] = useState(begun);
  const mayCorrect = action === 'correct' && (correcting || possible.includes('correct'));
  if (mayCorrect !== correcting) setCorrecting(mayCorrect);
  if (mayCorrect) return 'correct';
  return action !== null && possible.includes(action) ? action : null;
};

interface SheetActionsProps {
  readonly actions: readonly SheetAction[];
  readonly onAct: (action: SheetAction) => void;
}

const SheetActions = ({ actions, onAct }: SheetActionsProps) => {
  const { t } = useTranslation('desk');
  const shown = actions.map((action) => ({
    action,
    name: t(`action.${action}`),
    shortcut: actionKeys[action],
  }));
  return <ActionBar label={t('action.label')} actions={shown} onAct={onAct} />;
};

const DetailHead = ({ sheet }: { readonly sheet: LoadedSheet['sheet'] }) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  return (
    <header className={classes['head']}>
      <div className={classes['line']}>
        <h2 className={classes['title']}>{sheet.station.name}</h2>
        <SheetStatus tone={statusTones[sheet.status]} label={t(`ui:sheetStatus.${sheet.status}`)} />
      </div>
      <p>{sheet.contestName}</p>
      <p className={classes['small']}>
        {[sheet.station.code, ...sheet.station.path.toReversed()].join(' · ')}
      </p>
      <p className={classes['small']}>
        {t('detail.sent', {
          author: sheet.author,
          source: t(`source.${sheet.source}`),
          time: format.time(sheet.receivedAt),
        })}
      </p>
    </header>
  );
};
