import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from './actions.module.css';
import { actionKeys, sheetActions } from './sheet-action.ts';

export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('desk');
  const keys = [
    ['j', t('keys.next')],
    ['k', t('keys.previous')],
    ...sheetActions.map((action) => [actionKeys[action], t(`action.${action}`)]),
    ['?', t('keys.help')],
  ];
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
