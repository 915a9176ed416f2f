import type { BallotForm } from '@comitium/tally/ballots';
import { type CountingMethod, countingMethods, findMethod } from '@comitium/tally/methods';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick/pick.tsx';
import classes from './count.module.css';
import { OptionField } from './option-field.tsx';
import type { TieSetting } from './tie-setting.ts';

/** What the form of the method holds; options that are not named have their defaults. */
export interface MethodSetting {
  readonly method: string;
  readonly seats: string;
  readonly options: Readonly<Record<string, string>>;
  readonly ties: TieSetting;
}

interface MethodFormProps {
  readonly form: BallotForm;
  readonly setting: MethodSetting;
  readonly onChange: (setting: MethodSetting) => void;
  readonly onCount: () => void;
}

/** Which method counts, how it is set, and what happens to ties. */
export const MethodForm = ({ form, setting, onChange, onCount }: MethodFormProps) => {
  const { t } = useTranslation('count');
  const fitting = countingMethods.filter(({ forms }) => forms.includes(form));
  const method = findMethod(setting.method);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onCount();
  };
  return (
    <form className={classes['panel']} onSubmit={submit}>
      <h2 className={classes['heading']}>{t('method.title')}</h2>
      <div className={classes['fields']}>
        <Pick
          label={t('method.name')}
          value={setting.method}
          options={fitting.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(name) => onChange({ ...setting, method: name, options: {} })}
        />
        {method?.seats === 'several' ? (
          <label className={classes['field']}>
            <span>{t('method.seats')}</span>
            <input
              inputMode="numeric"
              value={setting.seats}
              onChange={(event) => onChange({ ...setting, seats: event.currentTarget.value })}
            />
          </label>
        ) : null}
      </div>
      {method ? <p className={classes['quiet']}>{t('method.source', { source: method.source })}</p> : null}
      {method ? <Options method={method} setting={setting} onChange={onChange} /> : null}
      <Ties ties={setting.ties} onChange={(ties) => onChange({ ...setting, ties: { ...ties, lots: [] } })} />
      <button type="submit" className={classes['main']}>
        {t('method.count')}
      </button>
    </form>
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
            key={name}
            name={name}
            option={option}
            value={setting.options[name] ?? ''}
            onChange={(value) => onChange({ ...setting, options: { ...setting.options, [name]: value } })}
          />
        ))}
      </div>
    </details>
  );
};

const looks = ['nowhere', 'latest', 'first'] as const;
const lasts = ['ask', 'seed', 'paper'] as const;

const Ties = ({
  ties,
  onChange,
}: {
  readonly ties: TieSetting;
  readonly onChange: (ties: TieSetting) => void;
}) => {
  const { t } = useTranslation('count');
  return (
    <details className={classes['more']}>
      <summary>{t('ties.title')}</summary>
      <div className={classes['fields']}>
        <Pick
          label={t('ties.look')}
          value={ties.look}
          options={looks.map((value) => ({ value, label: t(`ties.${value}`) }))}
          onChange={(value) => onChange({ ...ties, look: looks.find((one) => one === value) ?? 'nowhere' })}
        />
        <Pick
          label={t('ties.otherwise')}
          value={ties.otherwise}
          options={lasts.map((value) => ({ value, label: t(`ties.${value}`) }))}
          onChange={(value) => onChange({ ...ties, otherwise: lasts.find((one) => one === value) ?? 'ask' })}
        />
        {ties.otherwise === 'seed' ? (
          <label className={classes['field']}>
            <span>{t('ties.seedText')}</span>
            <input
              value={ties.seed}
              onChange={(event) => onChange({ ...ties, seed: event.currentTarget.value })}
            />
          </label>
        ) : null}
      </div>
    </details>
  );
};
