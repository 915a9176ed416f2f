import type { Contest } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { FigureCheck } from '../../data/sheets/check-figures.ts';
import { type FiguresDraft, figureAt, setFigure } from '../../data/sheets/figures-draft.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import { useServerWords } from '../problem-notice/use-server-words.ts';
import { FigureField } from './figure-field.tsx';
import classes from './figures-form.module.css';
import { FindingList } from './finding-list.tsx';
import { messagesAt } from './messages-at.ts';
import { RunningSum } from './running-sum.tsx';

interface FiguresFormProps {
  readonly contest: Contest;
  readonly figures: FiguresDraft;
  readonly check: FigureCheck;
  /** Errors of the server's last refusal, by field. */
  readonly refusals?: ReadonlyMap<string, readonly string[]>;
  /** Whether empty fields are told: after the first attempt to go on. */
  readonly showMissing: boolean;
  /** The register's figure for the station, when known. */
  readonly registered: number | null;
  readonly onChange: (figures: FiguresDraft) => void;
}

/** One field per choice in ballot order, then rejected, cast and registered, as on the paper form. */
export const FiguresForm = (props: FiguresFormProps) => {
  const { contest, figures, check, registered, onChange } = props;
  const { t } = useTranslation('ui');
  const format = useFormat();
  const { finding } = useServerWords();
  const change = (field: string) => (text: string) => onChange(setFigure(figures, field, text));
  const shared = (field: string) => ({
    field,
    text: figureAt(figures, field),
    messages: messagesAt(field, props, { missing: t('figures.missing'), finding }),
    onChange: change(field),
  });
  return (
    <div data-figures="" className={classes['form']}>
      <fieldset className={classes['group']}>
        <legend className={classes['legend']}>{t('figures.votes')}</legend>
        {contest.choices.map(({ code, name, party, color }) => (
          <FigureField key={code} {...shared(`votes.${code}`)}>
            <PartyMark color={color} />
            <span>{name}</span>
            {party ? <span className={classes['party']}>{party}</span> : null}
          </FigureField>
        ))}
      </fieldset>
      <fieldset className={classes['group']}>
        <legend className={classes['legend']}>{t('figures.ballots')}</legend>
        <FigureField {...shared('rejected')}>{t('figures.rejected')}</FigureField>
        <FigureField {...shared('cast')}>{t('figures.cast')}</FigureField>
        <FigureField
          {...shared('registered')}
          hint={registered === null ? undefined : t('figures.register', { count: format.count(registered) })}
        >
          {t('figures.registered')}
        </FigureField>
      </fieldset>
      <RunningSum check={check} sticky />
      <FindingList findings={check.findings.filter(({ severity }) => severity !== 'error')} withOutcome />
    </div>
  );
};
