import { type ChangeEvent, type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import { splitReceipts } from './split-receipts.ts';
import classes from './verify.module.css';

interface ReceiptBoxProps {
  readonly receipts: readonly string[];
  readonly onChange: (receipts: readonly string[]) => void;
  readonly disabled: boolean;
}

/** Where receipts are pasted, chosen or dropped; each once. */
export const ReceiptBox = ({ receipts, onChange, disabled }: ReceiptBoxProps) => {
  const { t } = useTranslation('verify');
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const id = useId();
  const add = (...texts: readonly string[]): void =>
    onChange([...new Set([...receipts, ...texts.flatMap(splitReceipts)])]);
  const addFiles = async (files: FileList | null): Promise<void> => {
    add(...(await Promise.all([...(files ?? [])].map((file) => file.text()))));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void addFiles(event.dataTransfer.files);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => void addFiles(event.currentTarget.files);
  return (
    <section
      className={classes['drop']}
      data-over={over || undefined}
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={`${id}-title`} className={classes['heading']}>
        {t('receipts.title')}
      </h2>
      <label htmlFor={id} className={classes['quiet']}>
        {t('receipts.text')}
      </label>
      <textarea
        id={id}
        className={classes['paste']}
        rows={3}
        spellCheck={false}
        value={text}
        disabled={disabled}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes['actions']}>
        <TextButton
          disabled={disabled || text.trim() === ''}
          onClick={() => {
            add(text);
            setText('');
          }}
        >
          {t('receipts.add')}
        </TextButton>
        <label className={classes['file']}>
          <span>{t('receipts.choose')}</span>
          <input
            type="file"
            accept=".json,.txt,application/json"
            multiple
            onChange={choose}
            disabled={disabled}
          />
        </label>
      </div>
      {receipts.length > 0 ? (
        <p className={classes['actions']} role="status">
          <span>{t('receipts.count', { count: receipts.length })}</span>
          <TextButton disabled={disabled} onClick={() => onChange([])}>
            {t('receipts.clear')}
          </TextButton>
        </p>
      ) : null}
    </section>
  );
};
