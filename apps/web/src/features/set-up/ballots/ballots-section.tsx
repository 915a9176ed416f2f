import type { Election } from '@comitium/contract';
import { ElectionPicker } from '../forms/election-picker.tsx';
import classes from '../forms/forms.module.css';
import { ContestsPanel } from './contests-panel.tsx';
import { PartiesPanel } from './parties-panel.tsx';
import { RacesPanel } from './races-panel.tsx';

/** What stands on the ballots of one election. */
export const BallotsSection = () => (
  <ElectionPicker>
    {(election: Election) => (
      <div key={election.code} className={classes['stack']}>
        <RacesPanel election={election} />
        <PartiesPanel election={election} />
        <ContestsPanel election={election} />
      </div>
    )}
  </ElectionPicker>
);
