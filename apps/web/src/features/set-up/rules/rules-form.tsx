import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MovedElection } from '../elections/moved-election.tsx';
import { useEditedElection } from '../elections/use-edited-election.ts';
import { ChangeResult } from '../forms/change-result.tsx';
import classes from '../forms/forms.module.css';
import type { LoadedElection } from '../set-up-queries.ts';
import { CheckList } from './check-list.tsx';
import { LimitList } from './limit-list.tsx';
import { fieldsOfRules, settingsOfRules, wrongLimits } from './rules-fields.ts';

/** How grave each check of a sheet is in this election, and from where on it doubts. */
export const RulesForm = ({ loaded }: { readonly loaded: LoadedElection }) => {
  const { t } = useTranslation('set-up');
  const edited = useEditedElection(loaded, fieldsOfRules);
  const { fields, setFields, change, save } = edited;
  const [tried, setTried] = useState(false);
  const wrong = wrongLimits(fields);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.length === 0) void save({ settings: settingsOfRules(fields) });
  };
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
        <LimitList
          values={fields.limits}
          wrong={tried ? wrong : []}
          problem={change.problem}
          onChange={(limits) => setFields({ ...fields, limits })}
        />
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
