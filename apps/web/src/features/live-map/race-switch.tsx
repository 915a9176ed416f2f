import { useTranslation } from 'react-i18next';
import { Choices } from '../../ui/choices/choices.tsx';
import type { Board } from './board.ts';

export const RaceSwitch = ({ election, view, go }: Board) => {
  const { t } = useTranslation('live-map');
  if (election.races.length < 2) return null;
  return (
    <Choices
      label={t('races')}
      options={election.races.map(({ code, name }) => ({ value: code, label: name }))}
      value={view.race.code}
      onChange={(race) => go({ race })}
    />
  );
};
