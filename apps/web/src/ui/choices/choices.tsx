import { useId } from 'react';
import classes from './choices.module.css';

interface ChoicesProps {
  readonly label: string;
  /** `lang` where a label is not in the language of the page. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A few options side by side, one of them chosen: native radio buttons, so that keys and readers know them. */
export const Choices = ({ label, options, value, onChange }: ChoicesProps) => {
  const name = useId();
  return (
    <fieldset className={classes['choices']}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes['choice']} lang={option.lang}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
};
