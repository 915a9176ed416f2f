import type { Contest, SheetConflict } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../data/use-session.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import { ActionBar } from '../actions/action-bar.tsx';
import { ChangedNotice } from '../detail/changed-notice.tsx';
import classes from '../detail/detail.module.css';
import { differencesOf } from '../detail/revision-differences.ts';
import { ComparedFigures } from './compared-figures.tsx';
import { type ConflictAction, conflictKeys, possibleConflictActions } from './conflict-action.ts';
import { ConflictHead } from './conflict-head.tsx';
import { ConflictSides } from './conflict-sides.tsx';
import { useConflictChange } from './use-conflict-change.ts';

interface LoadedConflictProps {
  readonly election: string;
  readonly conflict: SheetConflict & { readonly gone: boolean };
  readonly contest: Contest;
  readonly action: ConflictAction | null;
  readonly onAct: (action: ConflictAction | null) => void;
}

/** Two sheets of one station: what differs in words and figures, both photographs, and what can be done. */
export const LoadedConflict = ({ election, conflict, contest, action, onAct }: LoadedConflictProps) => {
  const { t } = useTranslation('desk');
  const { person } = useSession();
  // The recorded sheet as the reader compared it: a newer revision is told before it replaces it.
  const [seen, setSeen] = useState<SheetConflict>(conflict);
  const change = useConflictChange(election, seen);
  const news = conflict.live.revision !== seen.live.revision;
  const stale = !conflict.gone && news && conflict.live.revision !== change.ownRevision;
  if (conflict !== seen && !stale) setSeen(conflict);
  const differences = differencesOf(contest, seen.live, seen);
  const actions = conflict.gone ? [] : possibleConflictActions(seen, person);
  const open = action !== null && actions.includes(action) ? action : null;
  const notice = stale ? (
    <ChangedNotice
      contest={contest}
      before={seen.live}
      after={conflict.live}
      author={null}
      reason={null}
      onLook={() => setSeen(conflict)}
    />
  ) : null;
  const close = (): void => {
    change.forget();
    onAct(null);
  };
  return (
    <article className={classes['detail']}>
      <ConflictHead conflict={seen} />
      {conflict.gone ? (
        <Notice tone="good" title={t('conflict.settledTitle')} text={t('conflict.settledText')} />
      ) : null}
      {open === null ? notice : null}
      {actions.length > 0 && !stale ? <ConflictActions actions={actions} onAct={onAct} /> : null}
      <ComparedFigures contest={contest} conflict={seen} differences={differences} />
      <ConflictSides election={election} conflict={seen} />
      {open ? (
        <ReasonDialog
          title={t(`conflict.${open}Title`)}
          text={t(`conflict.${open}Text`, { station: seen.station.name, author: seen.author })}
          action={t(`conflict.${open}`)}
          needed
          busy={change.busy}
          problem={change.problem}
          news={notice}
          onAct={(reason) => change.change(open, reason)}
          onClose={close}
        />
      ) : null}
    </article>
  );
};

interface ConflictActionsProps {
  readonly actions: readonly ConflictAction[];
  readonly onAct: (action: ConflictAction) => void;
}

const ConflictActions = ({ actions, onAct }: ConflictActionsProps) => {
  const { t } = useTranslation('desk');
  const shown = actions.map((action) => ({
    action,
    name: t(`conflict.${action}`),
    shortcut: conflictKeys[action],
  }));
  return <ActionBar label={t('conflict.label')} actions={shown} onAct={onAct} />;
};
