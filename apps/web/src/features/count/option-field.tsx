import type { OptionDescription } from '@comitium/tally/methods';
import { useId } from 'react';
import classes from './count.module.css';

interface OptionFieldProps {
  readonly name: string;
  readonly option: OptionDescription;
  /** Empty: the default. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** skippedRanks → Skipped ranks. */
const wordsOf = (name: string): string => {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
};

const valuesOf = (option: OptionDescription): readonly string[] | null => {
  if (option.kind === 'one-of') return option.values;
  return option.kind === 'flag' ? ['true', 'false'] : null;
};

/** One option, drawn from how the method describes it. */
export const OptionField = ({ name, option, value, onChange }: OptionFieldProps) => {
  const id = useId();
  const values = valuesOf(option);
  const shown = value === '' ? String(option.default ?? '') : value;
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{wordsOf(name)}</label>
      {values === null ? (
        <input
          id={id}
          inputMode={option.kind === 'whole' ? 'numeric' : 'decimal'}
          value={shown}
          aria-describedby={`${id}-about`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <select
          id={id}
          value={shown}
          aria-describedby={`${id}-about`}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('-', ' ')}
            </option>
          ))}
        </select>
      )}
      <span id={`${id}-about`} className={classes['hint']}>
        {option.about}
      </span>
    </div>
  );
};
