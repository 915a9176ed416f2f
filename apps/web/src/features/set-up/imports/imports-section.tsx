import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { registersQuery } from '../set-up-queries.ts';
import { BallotsImport } from './ballots-import.tsx';
import { BoundariesImport } from './boundaries-import.tsx';
import { RegisterImport } from './register-import.tsx';
import { RegisterList } from './register-list.tsx';
import { useImport } from './use-import.ts';

/** The three things that come as files: where people vote, what they vote on, and how it looks on the map. */
export const ImportsSection = () => {
  const { t } = useTranslation('set-up');
  const registers = useQuery(registersQuery());
  const boundaries = useImport();
  // The form below shows the one that it waits for.
  const followed = boundaries.busy && boundaries.run ? boundaries.run.id : null;
  return (
    <Loaded query={registers}>
      {({ items }) => (
        <div className={classes['stack']}>
          <section className={classes['card']}>
            <h2 className={classes['heading']}>{t('registers.title')}</h2>
            {items.length === 0 ? <p>{t('registers.none')}</p> : null}
            <RegisterList registers={items} followed={followed} />
          </section>
          <RegisterImport />
          <BallotsImport />
          <BoundariesImport registers={items} run={boundaries} />
        </div>
      )}
    </Loaded>
  );
};
