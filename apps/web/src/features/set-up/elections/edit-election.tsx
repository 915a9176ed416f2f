import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { useChange } from '../forms/use-change.ts';
import { electionForEdit, electionPath, type LoadedElection } from '../set-up-queries.ts';
import { fieldsOfElection, updateBodyOf } from './election-fields.ts';
import { ElectionForm } from './election-form.tsx';
import { TransitionPanel } from './transition-panel.tsx';

export const EditElection = ({ code }: { readonly code: string }) => {
  const { t } = useTranslation('set-up');
  const loaded = useQuery(electionForEdit(code));
  return (
    <section className={classes['stack']}>
      <Link to="/set-up" search={{ section: 'elections' }}>
        {t('elections.back')}
      </Link>
      <Loaded query={loaded}>{(data) => <LoadedForm key={data.etag} {...data} />}</Loaded>
    </section>
  );
};

const LoadedForm = ({ election, etag }: LoadedElection) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const save = (body: unknown) =>
    change.send(electionPath(election.code), { method: 'PATCH', body, ifMatch: etag, done: t('saved') });
  return (
    <>
      <h2 className={classes['heading']}>{election.name}</h2>
      <TransitionPanel election={election} />
      <ElectionForm
        initial={fieldsOfElection(election)}
        exists
        change={change}
        onSubmit={(fields) => void save(updateBodyOf(fields, election.settings))}
      />
    </>
  );
};
