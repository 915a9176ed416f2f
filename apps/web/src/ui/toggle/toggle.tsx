import type { ReactNode } from 'react';
import classes from './toggle.module.css';

interface ToggleProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** On or off, as a native box with its words. */
export const Toggle = ({ checked, onChange, children }: ToggleProps) => (
  <label className={classes['toggle']}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    {children}
  </label>
);
