import type { FieldError } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import classes from '../forms/forms.module.css';

const shownAtMost = 200;

interface ImportErrorsProps {
  readonly errors: readonly FieldError[];
  /** Else they tell what is left out. */
  readonly blocking: boolean;
}

/** Every bad row of a file, or what is left out of it: line, column, and why. */
export const ImportErrors = ({ errors, blocking }: ImportErrorsProps) => {
  const { t } = useTranslation('set-up');
  return (
    <>
      <p role="alert">{t(blocking ? 'imports.errors' : 'imports.leftOut', { count: errors.length })}</p>
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.message')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, shownAtMost).map(({ line, path, code, message }) => (
              <tr key={`${line} ${path} ${code} ${message}`}>
                <td>{line ?? '–'}</td>
                <td>{path || '–'}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {errors.length > shownAtMost ? <p>{t('imports.moreErrors', { count: shownAtMost })}</p> : null}
    </>
  );
};
