import type { LoadedElection } from '../set-up-queries.ts';
import { fieldsOfElection, updateBodyOf } from './election-fields.ts';
import { ElectionForm } from './election-form.tsx';
import { MovedElection } from './moved-election.tsx';
import { TransitionPanel } from './transition-panel.tsx';
import { useEditedElection } from './use-edited-election.ts';

/** Name, days, basis; and above them the state of the election. */
export const GeneralForm = ({ loaded }: { readonly loaded: LoadedElection }) => {
  const edited = useEditedElection(loaded, fieldsOfElection);
  const { fields, setFields, change, save } = edited;
  return (
    <>
      <TransitionPanel election={loaded.election} />
      <ElectionForm
        fields={fields}
        exists
        change={change}
        onChange={setFields}
        onSubmit={() => void save(updateBodyOf(fields))}
      />
      <MovedElection edited={edited} />
    </>
  );
};
