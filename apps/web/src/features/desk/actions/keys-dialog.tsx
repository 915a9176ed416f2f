import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { conflictActions, conflictKeys } from '../conflicts/conflict-action.ts';
import type { DeskTab } from '../queue/desk-tabs.ts';
import classes from './actions.module.css';
import { actionKeys, sheetActions } from './sheet-action.ts';

interface KeysDialogProps {
  readonly tab: DeskTab;
  readonly onClose: () => void;
}

export const KeysDialog = ({ tab, onClose }: KeysDialogProps) => {
  const { t } = useTranslation('desk');
  const ofTab =
    tab === 'conflicts'
      ? conflictActions.map((action) => [conflictKeys[action], t(`conflict.${action}`)])
      : sheetActions.map((action) => [actionKeys[action], t(`action.${action}`)]);
  const keys = [['j', t('keys.next')], ['k', t('keys.previous')], ...ofTab, ['?', t('keys.help')]];
  return (
    <ModalDialog title={t('keys.title')} onClose={onClose}>
      <dl className={classes['keys']}>
        {keys.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <TextButton onClick={onClose}>{t('keys.close')}</TextButton>
    </ModalDialog>
  );
};
