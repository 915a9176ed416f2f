import type { ImportReport } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import classes from '../forms/forms.module.css';

const shownAtMost = 200;

/** Every bad row of a file: line, column, and what is wrong with it; or of what was imported, what was left out. */
export const ImportErrors = ({ errors, written }: Pick<ImportReport, 'errors' | 'written'>) => {
  const { t } = useTranslation('set-up');
  return (
    <>
      <p role="alert">{t(written ? 'imports.leftOut' : 'imports.errors', { count: errors.length })}</p>
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
