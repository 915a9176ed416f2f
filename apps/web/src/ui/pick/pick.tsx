import classes from './pick.module.css';

interface PickProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several, as the device's own list. */
export const Pick = ({ label, options, value, onChange }: PickProps) => (
  <label className={classes['pick']}>
    <span className={classes['label']}>{label}</span>
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
