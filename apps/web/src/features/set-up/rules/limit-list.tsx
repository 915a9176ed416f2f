import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { type LimitField, limitFields, limits } from './limit-fields.ts';
import type { RulesFields } from './rules-fields.ts';

interface LimitListProps {
  readonly values: RulesFields['limits'];
  /** Said only once somebody tried to save. */
  readonly wrong: readonly LimitField[];
  readonly problem: ProblemAnswer | null;
  readonly onChange: (values: RulesFields['limits']) => void;
}

/** From where on a check doubts: each with its meaning, and what counts while it is empty. */
export const LimitList = ({ values, wrong, problem, onChange }: LimitListProps) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  return limitFields.map((field) => {
    const { kind, least, most, usual } = limits[field];
    const number = (value: number): string => (kind === 'share' ? format.share(value) : format.count(value));
    const error = kind === 'share' ? t('wrongShare') : t(`rules.wrong_${kind}`, { least, most });
    return (
      <TextInput
        key={field}
        label={t(`rules.${field}`)}
        description={`${t(`rules.${field}Hint`)} ${t('rules.empty', { usual: number(usual) })}`}
        value={values[field]}
        error={wrong.includes(field) ? error : fieldError(problem, `settings.${field}`)}
        maxLength={8}
        inputMode={kind === 'whole' ? 'numeric' : 'decimal'}
        onChange={(event) => onChange({ ...values, [field]: event.currentTarget.value })}
      />
    );
  });
};
