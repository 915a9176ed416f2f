import { useTranslation } from 'react-i18next';
import type { SaidFinding } from '../../i18n/say-finding.ts';
import { Notice } from '../problem-notice/notice.tsx';
import { useServerWords } from '../problem-notice/use-server-words.ts';

interface ShownFinding extends SaidFinding {
  readonly rule: string;
  readonly severity: string;
}

const tones = { error: 'bad', hold: 'warn', warning: 'plain' } as const;

interface FindingListProps {
  readonly findings: readonly ShownFinding[];
  /** Says for each what will happen with the sheet; for sheets that are not yet sent. */
  readonly withOutcome?: boolean;
}

/** Doubts about the figures in words, gravest first. */
export const FindingList = ({ findings, withOutcome = false }: FindingListProps) => {
  const { t } = useTranslation('ui');
  const words = useServerWords();
  const order = ['error', 'hold', 'warning'];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return sorted.map(({ rule, severity, ...finding }) => (
    <Notice
      key={rule}
      tone={tones[severity as keyof typeof tones] ?? 'plain'}
      title={words.finding(finding)}
      text={withOutcome ? t(`figures.severity_${severity}`) : undefined}
      note={rule}
    />
  ));
};
