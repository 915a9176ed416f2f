import type { Election } from '@comitium/contract';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { codeError } from '../forms/code-error.ts';
import classes from '../forms/forms.module.css';
import { electionPath, type LoadedElection } from '../set-up-queries.ts';
import { chosenContests, contestsWithOne, type RunOffFields, runOffBodyOf } from './run-off-body.ts';
import { RunOffContests } from './run-off-contests.tsx';

const counted = ['counting', 'provisional', 'certified', 'reopened'];

/** A second round: an election of its own with the same register, in which the ticked choices stand again. */
export const RunOffForm = ({ loaded: { election } }: { readonly loaded: LoadedElection }) => {
  const { t } = useTranslation('set-up');
  if (!counted.includes(election.state)) {
    return <StateMessage title={t('runOff.tooEarly')} text={t('runOff.tooEarlyText')} />;
  }
  return <OpenRunOff election={election} />;
};

const OpenRunOff = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const navigate = useNavigate();
  const [fields, setFields] = useState<RunOffFields>({ code: '', name: '', pollingDate: '', choices: {} });
  const [tried, setTried] = useState(false);
  const texts = ['code', 'name', 'pollingDate'] as const;
  const ready =
    !codeError(fields.code) &&
    texts.every((field) => fields[field].trim() !== '') &&
    chosenContests(fields).length > 0 &&
    contestsWithOne(fields).length === 0;
  const wrongCode = codeError(fields.code);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!ready) return;
    const path = electionPath(election.code, 'run-off');
    const body = runOffBodyOf(fields);
    const created = await change.send<Election>(path, { method: 'POST', body, done: '' });
    if (created === null) return;
    const search = { section: 'elections', edit: 'election', election: created.code };
    await navigate({ to: '/set-up', search });
  };
  const text = (field: (typeof texts)[number]) => ({
    label: t(`elections.${field}`),
    value: fields[field],
    error: tried && fields[field].trim() === '' ? t('required') : fieldError(change.problem, field),
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  });
  return (
    <form className={classes['stack']} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t('runOff.text')}</p>
      <RunOffContests
        election={election}
        choices={fields.choices}
        onTick={(contest, codes) =>
          setFields((now) => ({ ...now, choices: { ...now.choices, [contest]: codes } }))
        }
      />
      <div className={classes['form']}>
        <TextInput
          {...text('code')}
          error={tried && wrongCode ? t(wrongCode) : fieldError(change.problem, 'code')}
          description={t('elections.codeHint')}
          maxLength={64}
        />
        <TextInput {...text('name')} maxLength={200} />
        <TextInput {...text('pollingDate')} type="date" />
        {tried && chosenContests(fields).length === 0 ? <p role="alert">{t('runOff.noChoice')}</p> : null}
        {tried && contestsWithOne(fields).length > 0 ? (
          <p role="alert">{t('runOff.one', { contests: contestsWithOne(fields).join(', ') })}</p>
        ) : null}
        <ChangeResult change={change} withErrors />
        <div>
          <Button type="submit" loading={change.busy}>
            {t('runOff.create')}
          </Button>
        </div>
      </div>
    </form>
  );
};
