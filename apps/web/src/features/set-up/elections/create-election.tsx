import type { Election } from '@comitium/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import classes from '../forms/forms.module.css';
import { createBodyOf, emptyElection } from './election-fields.ts';
import { ElectionForm } from './election-form.tsx';

export const CreateElection = () => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const navigate = useNavigate();
  const [fields, setFields] = useState(emptyElection);
  const create = async (body: unknown): Promise<void> => {
    const created = await change.send<Election>('elections', {
      method: 'POST',
      body,
      done: t('elections.created'),
    });
    if (created === null) return;
    await navigate({
      to: '/set-up',
      search: { section: 'elections', edit: 'election', election: created.code },
    });
  };
  return (
    <section className={classes['stack']}>
      <Link to="/set-up" search={{ section: 'elections' }}>
        {t('elections.back')}
      </Link>
      <h2 className={classes['heading']}>{t('elections.create')}</h2>
      <ElectionForm
        fields={fields}
        exists={false}
        change={change}
        onChange={setFields}
        onSubmit={() => void create(createBodyOf(fields))}
      />
    </section>
  );
};
