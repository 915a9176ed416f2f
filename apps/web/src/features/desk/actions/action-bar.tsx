import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './actions.module.css';
import { actionKeys, type SheetAction } from './sheet-action.ts';

interface ActionBarProps {
  readonly actions: readonly SheetAction[];
  readonly onAct: (action: SheetAction) => void;
}

export const ActionBar = ({ actions, onAct }: ActionBarProps) => {
  const { t } = useTranslation('desk');
  return (
    <div className={classes['row']} role="toolbar" aria-label={t('action.label')}>
      {actions.map((action, place) => (
        <Button
          key={action}
          variant={place === 0 ? 'filled' : 'default'}
          aria-keyshortcuts={actionKeys[action]}
          onClick={() => onAct(action)}
        >
          {t(`action.${action}`)}
          <span className={classes['key']} aria-hidden="true">
            {actionKeys[action]}
          </span>
        </Button>
      ))}
    </div>
  );
};
