import { useTranslation } from 'react-i18next';
import { Choices } from '../../../ui/choices/choices.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import type { CorrectionDraft } from './use-correction-draft.ts';

/** The sheet changed under an open correction: nothing typed is lost, and its new figures are one click away. */
export const MovedNotice = ({ draft }: { readonly draft: CorrectionDraft }) => {
  const { t } = useTranslation('desk');
  if (!draft.moved) return null;
  return (
    <Notice tone="warn" title={t('moved.title')} text={t('moved.text')}>
      <Choices
        label={t('moved.label')}
        options={(['typed', 'sheet'] as const).map((value) => ({ value, label: t(`moved.${value}`) }))}
        value={draft.from}
        onChange={(value) => draft.choose(value === 'sheet' ? 'sheet' : 'typed')}
      />
    </Notice>
  );
};
