import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MovedElection } from '../elections/moved-election.tsx';
import { useEditedElection } from '../elections/use-edited-election.ts';
import { ChangeResult } from '../forms/change-result.tsx';
import { fieldError } from '../forms/field-error.ts';
import classes from '../forms/forms.module.css';
import type { LoadedElection } from '../set-up-queries.ts';
import { CheckList } from './check-list.tsx';
import { fieldsOfRules, settingsOfRules, shareFields, wrongFields } from './rules-fields.ts';

/** How grave each check of a sheet is in this election, and from where on it doubts. */
export const RulesForm = ({ loaded }: { readonly loaded: LoadedElection }) => {
  const { t } = useTranslation('set-up');
  const edited = useEditedElection(loaded, fieldsOfRules);
  const { fields, setFields, change, save } = edited;
  const [tried, setTried] = useState(false);
  const wrong = wrongFields(fields);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.length === 0) void save({ settings: settingsOfRules(fields) });
  };
  const text = (field: (typeof shareFields)[number] | 'authorMayCorrectMinutes') => ({
    label: t(`rules.${field}`),
    description: t(`rules.${field}Hint`),
    value: fields[field],
    error:
      tried && wrong.includes(field)
        ? t(field === 'authorMayCorrectMinutes' ? 'rules.wrongMinutes' : 'wrongShare')
        : fieldError(change.problem, `settings.${field}`),
    maxLength: 8,
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  });
  return (
    <form className={classes['stack']} onSubmit={submit} noValidate>
      <p>{t('rules.text')}</p>
      <CheckList
        severities={fields.severities}
        problem={change.problem}
        onChange={(severities) => setFields({ ...fields, severities })}
      />
      <div className={classes['form']}>
        <h3 className={classes['subheading']}>{t('rules.limits')}</h3>
        {shareFields.map((field) => (
          <TextInput key={field} {...text(field)} inputMode="decimal" />
        ))}
        <TextInput {...text('authorMayCorrectMinutes')} inputMode="numeric" />
        <Checkbox
          label={t('rules.equalQuotientsToMoreVotes')}
          description={t('rules.equalQuotientsToMoreVotesHint')}
          checked={fields.equalQuotientsToMoreVotes}
          onChange={(event) =>
            setFields({ ...fields, equalQuotientsToMoreVotes: event.currentTarget.checked })
          }
        />
        <MovedElection edited={edited} />
        <ChangeResult change={change} />
        <div>
          <Button type="submit" loading={change.busy}>
            {t('save')}
          </Button>
        </div>
      </div>
    </form>
  );
};
