import type { OptionDescription } from '@comitium/tally/methods';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './count.module.css';
import { optionKeys } from './method-words.ts';
import { useOptionWords } from './use-option-words.ts';

interface OptionFieldProps {
  readonly method: string;
  readonly name: string;
  readonly option: OptionDescription;
  /** What was entered; undefined: the default. */
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

const valuesOf = (option: OptionDescription): readonly string[] | null => {
  if (option.kind === 'one-of') return option.values;
  return option.kind === 'flag' ? ['true', 'false'] : null;
};

/** One option, drawn from how the method describes it. */
export const OptionField = ({ method, name, option, value, onChange }: OptionFieldProps) => {
  const { t } = useTranslation('count');
  const words = useOptionWords(method);
  const id = useId();
  const values = valuesOf(option);
  const shown = value ?? String(option.default ?? '');
  const shared = { id, value: shown, 'aria-describedby': `${id}-about` };
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{words.name(name)}</label>
      {values === null ? (
        <input
          {...shared}
          dir="ltr"
          autoComplete="off"
          inputMode={option.kind === 'whole' ? 'numeric' : 'decimal'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <select {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
          {values.map((one) => (
            <option key={one} value={one}>
              {words.value(name, one)}
            </option>
          ))}
        </select>
      )}
      <span id={`${id}-about`} className={classes['hint']}>
        {t(optionKeys(method, name, 'about'))}
      </span>
    </div>
  );
};
