import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../state-message/state-message.tsx';

interface LostLinkProps {
  /** `cut`: the address came without its end. `over`: used before, too old, or replaced by a newer one. */
  readonly why: 'cut' | 'over';
  /** Where to ask for another. */
  readonly children?: ReactNode;
}

export const LostLink = ({ why, children }: LostLinkProps) => {
  const { t } = useTranslation('entry');
  return (
    <StateMessage role="alert" whole title={t(`link.${why}`)} text={t(`link.${why}Text`)}>
      {children}
    </StateMessage>
  );
};
