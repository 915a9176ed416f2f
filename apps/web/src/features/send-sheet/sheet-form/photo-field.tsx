import { Button, FileButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetPhoto } from '../photo/sheet-photo.ts';
import { type PhotoProblem, shrinkPhoto } from '../photo/shrink-photo.ts';
import classes from './sheet-form.module.css';

interface PhotoFieldProps {
  readonly photo: SheetPhoto | null;
  readonly onChange: (photo: SheetPhoto | null) => void;
}

/** The photograph of the form: from the camera or from the pictures of the phone, made small before it is kept. */
export const PhotoField = ({ photo, onChange }: PhotoFieldProps) => {
  const { t } = useTranslation('send-sheet');
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const address = usePhotoAddress(photo);
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const shrunk = await shrinkPhoto(file, new Date().toISOString());
    setBusy(false);
    setProblem(shrunk.ok ? null : shrunk.error);
    if (shrunk.ok) onChange(shrunk.value);
  };
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['legend']}>{t('photo.legend')}</legend>
      {address ? <img src={address} alt={t('photo.alt')} className={classes['photo']} /> : null}
      <div className={classes['row']}>
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(file) => void take(file)}
          inputProps={{ 'aria-label': t('photo.take') }}
        >
          {(props) => (
            <Button {...props} variant="default" size="md" loading={busy}>
              {photo ? t('photo.again') : t('photo.take')}
            </Button>
          )}
        </FileButton>
        <FileButton
          accept="image/*,application/pdf"
          onChange={(file) => void take(file)}
          inputProps={{ 'aria-label': t('photo.choose') }}
        >
          {(props) => (
            <Button {...props} variant="subtle" size="md" disabled={busy}>
              {t('photo.choose')}
            </Button>
          )}
        </FileButton>
        {photo ? (
          <Button variant="subtle" size="md" onClick={() => onChange(null)}>
            {t('photo.remove')}
          </Button>
        ) : null}
      </div>
      <p className={classes['hint']} role={problem ? 'alert' : undefined} data-bad={problem ? '' : undefined}>
        {problem ? t(`photo.problem_${problem}`) : photo ? sizeWords(photo, t) : t('photo.hint')}
      </p>
    </fieldset>
  );
};

const sizeWords = ({ blob }: SheetPhoto, t: (key: string, values: { size: number }) => string): string =>
  t('photo.size', { size: Math.max(1, Math.round(blob.size / 1024)) });

/** An address for showing the picture; given back when the picture changes. */
export const usePhotoAddress = (photo: SheetPhoto | null): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (photo === null || !photo.blob.type.startsWith('image/')) return setAddress(null);
    const made = URL.createObjectURL(photo.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return address;
};
