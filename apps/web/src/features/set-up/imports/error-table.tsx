import type { FieldError } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import classes from '../forms/forms.module.css';

const shownAtMost = 200;

/** Where each thing is wrong: line, column, and why. */
export const ErrorTable = ({ errors }: { readonly errors: readonly FieldError[] }) => {
  const { t } = useTranslation('set-up');
  return (
    <>
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
                <td>
                  <bdi dir="ltr">{path || '–'}</bdi>
                </td>
                <td>
                  <bdi>{message}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {errors.length > shownAtMost ? <p>{t('imports.moreErrors', { count: shownAtMost })}</p> : null}
    </>
  );
};
