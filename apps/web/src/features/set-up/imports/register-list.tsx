import type { Register } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';

/** What is loaded; a register that no election uses can be deleted. */
export const RegisterList = ({ registers }: { readonly registers: readonly Register[] }) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const change = useChange();
  const remove = ({ code, name }: Register) =>
    change.send(`registers/${encodeURIComponent(code)}`, { method: 'DELETE', done: t('deleted', { name }) });
  return (
    <>
      <ChangeResult change={change} />
      <ul className={classes['stack']}>
        {registers.map((register) => (
          <li key={register.code} className={classes['line']}>
            <div>
              <strong>{register.name}</strong>
              <div className={classes['small']}>
                {t('registers.facts', {
                  code: register.code,
                  levels: register.levels.join(' → '),
                  stations: format.count(register.stations),
                  registered: format.count(register.registered),
                })}
              </div>
              <div className={classes['small']}>
                {Object.keys(register.boundaries).length === 0
                  ? t('registers.noShapes')
                  : t('registers.shapes', { levels: Object.keys(register.boundaries).join(', ') })}
              </div>
            </div>
            <ConfirmButton
              label={t('delete')}
              subject={register.name}
              question={t('registers.deleteQuestion')}
              text={t('registers.deleteText')}
              change={change}
              onConfirm={() => remove(register)}
            />
          </li>
        ))}
      </ul>
    </>
  );
};
