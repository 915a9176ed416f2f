import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './count.module.css';
import { type Example, examples } from './examples.ts';

interface FileBoxProps {
  readonly onFile: (file: File) => void;
  readonly onExample: (example: Example) => void;
  /** The file that was chosen; null before. */
  readonly chosen: string | null;
}

/** Where a ballot file is dropped or chosen, or one of the examples is. */
export const FileBox = ({ onFile, onExample, chosen }: FileBoxProps) => {
  const { t } = useTranslation('count');
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    take(event.currentTarget.files);
    // The same file, mended, can be chosen again.
    event.currentTarget.value = '';
  };
  return (
    <section
      className={classes['drop']}
      data-over={over || undefined}
      aria-labelledby={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={id} className={classes['heading']}>
        {t('file.title')}
      </h2>
      <p className={classes['quiet']}>{t('file.text')}</p>
      <div className={classes['actions']}>
        <label className={classes['file']}>
          <span>{t('file.choose')}</span>
          <input type="file" onChange={choose} />
        </label>
        {chosen === null ? null : <strong className={classes['chosen']}>{chosen}</strong>}
      </div>
      <div className={classes['examples']}>
        <span className={classes['quiet']}>{t('file.examples')}</span>
        {examples.map((example) => (
          <TextButton key={example.name} onClick={() => onExample(example)}>
            {t(`example.${example.name}`)}
          </TextButton>
        ))}
      </div>
    </section>
  );
};
