import { Button } from '@mantine/core';
import classes from './actions.module.css';

interface ActionBarProps<Action extends string> {
  readonly label: string;
  readonly actions: readonly { readonly action: Action; readonly name: string; readonly shortcut: string }[];
  readonly onAct: (action: Action) => void;
}

/** What can be done, each with its key; the first is the one that is usually meant. */
export const ActionBar = <Action extends string>({ label, actions, onAct }: ActionBarProps<Action>) => (
  <div className={classes['row']} role="toolbar" aria-label={label}>
    {actions.map(({ action, name, shortcut }, place) => (
      <Button
        key={action}
        variant={place === 0 ? 'filled' : 'default'}
        aria-keyshortcuts={shortcut}
        onClick={() => onAct(action)}
      >
        {name}
        <span className={classes['key']} aria-hidden="true">
          {shortcut}
        </span>
      </Button>
    ))}
  </div>
);
