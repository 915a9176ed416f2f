import type { FieldError } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { ErrorTable } from './error-table.tsx';

interface ImportErrorsProps {
  readonly errors: readonly FieldError[];
  /** Else they tell what is left out. */
  readonly blocking: boolean;
}

/** Every bad row of a file, or what is left out of it. */
export const ImportErrors = ({ errors, blocking }: ImportErrorsProps) => {
  const { t } = useTranslation('set-up');
  return (
    <>
      <p role="alert">{t(blocking ? 'imports.errors' : 'imports.leftOut', { count: errors.length })}</p>
      <ErrorTable errors={errors} />
    </>
  );
};
