import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import classes from '../forms/forms.module.css';
import {
  fixedChecks,
  openChecks,
  type RulesFields,
  type SeverityName,
  severityNames,
} from './rules-fields.ts';

interface CheckListProps {
  readonly severities: RulesFields['severities'];
  readonly problem: ProblemAnswer | null;
  readonly onChange: (severities: RulesFields['severities']) => void;
}

/** Every check in a sentence: those that can be set, then those that are errors for good. */
export const CheckList = ({ severities, problem, onChange }: CheckListProps) => {
  const { t } = useTranslation('set-up');
  return (
    <>
      <div className={classes['form']}>
        <h3 className={classes['subheading']}>{t('rules.checks')}</h3>
        {openChecks.map(({ id, code, severity }) => (
          <NativeSelect
            key={code}
            label={t(`check.${code}`)}
            description={t('rules.rule', { id })}
            value={severities[code] ?? ''}
            error={fieldError(problem, `settings.severities.${code}`)}
            data={[
              { value: '', label: t('rules.usual', { severity: t(`severity.${severity}`) }) },
              ...severityNames.map((value) => ({ value, label: t(`severity.${value}`) })),
            ]}
            onChange={(event) =>
              onChange({ ...severities, [code]: event.currentTarget.value as SeverityName | '' })
            }
          />
        ))}
      </div>
      <details>
        <summary>{t('rules.fixed', { count: fixedChecks.length })}</summary>
        <ul className={classes['plain']}>
          {fixedChecks.map(({ id, code }) => (
            <li key={code}>
              {t(`check.${code}`)} <span className={classes['small']}>{id}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};
