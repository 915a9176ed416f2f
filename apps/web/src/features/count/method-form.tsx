import type { BallotForm } from '@comitium/tally/ballots';
import { type CountingMethod, countingMethods, findMethod } from '@comitium/tally/methods';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './count.module.css';
import type { MethodSetting } from './method-setting.ts';
import { methodKey } from './method-words.ts';
import { OptionField } from './option-field.tsx';
import { TiesForm } from './ties-form.tsx';

interface MethodFormProps {
  readonly form: BallotForm;
  readonly setting: MethodSetting;
  readonly onChange: (setting: MethodSetting) => void;
  readonly onCount: () => void;
}

/** Which method counts, how it is set, and what happens to ties. */
export const MethodForm = ({ form, setting, onChange, onCount }: MethodFormProps) => {
  const { t } = useTranslation('count');
  const method = findMethod(setting.method);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onCount();
  };
  return (
    <form className={classes['panel']} onSubmit={submit}>
      <h2 className={classes['heading']}>{t('method.title')}</h2>
      <div className={classes['fields']}>
        <MethodPick form={form} setting={setting} onChange={onChange} />
        {method?.seats === 'several' ? (
          <label className={classes['field']}>
            <span>{t('method.seats')}</span>
            <input
              inputMode="numeric"
              autoComplete="off"
              value={setting.seats}
              onChange={(event) => onChange({ ...setting, seats: event.currentTarget.value })}
            />
          </label>
        ) : null}
      </div>
      {method ? <p className={classes['quiet']}>{t('method.source', { source: method.source })}</p> : null}
      {method ? <Options method={method} setting={setting} onChange={onChange} /> : null}
      <TiesForm
        ties={setting.ties}
        onChange={(ties) => onChange({ ...setting, ties: { ...ties, lots: [] } })}
      />
      <button type="submit" className={classes['main']}>
        {t('method.count')}
      </button>
    </form>
  );
};

/** The methods that count such ballots: those for one winner, then those that can fill several seats. */
const MethodPick = ({ form, setting, onChange }: Omit<MethodFormProps, 'onCount'>) => {
  const { t } = useTranslation('count');
  const id = useId();
  const fitting = countingMethods.filter(({ forms }) => forms.includes(form));
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>{t('method.name')}</label>
      <select
        id={id}
        value={setting.method}
        onChange={(event) => onChange({ ...setting, method: event.currentTarget.value, options: {} })}
      >
        {(['one', 'several'] as const).map((seats) => (
          <optgroup key={seats} label={t(`method.${seats}`)}>
            {fitting
              .filter((method) => method.seats === seats)
              .map(({ name }) => (
                <option key={name} value={name}>
                  {t(methodKey(name))}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
};

const Options = ({
  method,
  setting,
  onChange,
}: Omit<MethodFormProps, 'form' | 'onCount'> & { readonly method: CountingMethod }) => {
  const { t } = useTranslation('count');
  const options = Object.entries(method.options);
  if (options.length === 0) return null;
  return (
    <details className={classes['more']}>
      <summary>{t('method.options')}</summary>
      <div className={classes['fields']}>
        {options.map(([name, option]) => (
          <OptionField
            key={`${method.name} ${name}`}
            method={method.name}
            name={name}
            option={option}
            value={setting.options[name]}
            onChange={(value) => onChange({ ...setting, options: { ...setting.options, [name]: value } })}
          />
        ))}
      </div>
    </details>
  );
};
