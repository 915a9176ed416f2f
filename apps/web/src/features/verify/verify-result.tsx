import type { VerifiedRace, VerifyFinding, VerifyReport } from '@comitium/proof';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './verify.module.css';

/** Only so many are listed: behind one cause there may be thousands. */
const mostShown = 50;

export const VerifyResult = ({ report }: { readonly report: VerifyReport }) => {
  const { t } = useTranslation('verify');
  const { findings } = report;
  const away = findings.length > 0 && findings.every(({ code }) => code === 'unreadable');
  const moved = report.races.some(({ settled }) => !settled);
  const verdict = findings.length === 0 ? (moved ? 'moved' : 'sound') : away ? 'away' : 'wrong';
  return (
    <section className={classes['result']} data-verdict={verdict} aria-live="polite">
      <h2 className={classes['verdict']}>{t(`verdict.${verdict}`)}</h2>
      <p>{t(`verdictText.${verdict}`)}</p>
      {findings.length > 0 ? <Findings findings={findings} /> : null}
      <Checks report={report} />
    </section>
  );
};

const Findings = ({ findings }: { readonly findings: readonly VerifyFinding[] }) => {
  const { t } = useTranslation('verify');
  const shown = findings.slice(0, mostShown);
  return (
    <>
      <ul className={classes['findings']}>
        {shown.map((found) => (
          <li key={JSON.stringify(found)}>{t(`finding.${found.code}`, { ...found.values })}</li>
        ))}
      </ul>
      {findings.length > shown.length ? (
        <p className={classes['quiet']}>{t('more', { count: findings.length - shown.length })}</p>
      ) : null}
    </>
  );
};

const TotalsCheck = ({ election, race, areas, sheets, logged, settled, upTo, sound }: VerifiedRace) => {
  const { t } = useTranslation('verify');
  const format = useFormat();
  const summed = sound ? 'folded' : 'differ';
  const values = { areas: format.count(areas), sheets: format.count(sheets), upTo: format.count(upTo) };
  return (
    <Check
      name={t('check.totals', { election, race })}
      value={t(`check.${settled ? summed : 'moving'}`, { ...values, logged: format.count(logged) })}
    />
  );
};

/** What was checked, said one by one, so that the verdict is more than a green mark. */
const Checks = ({ report }: { readonly report: VerifyReport }) => {
  const { t } = useTranslation('verify');
  const format = useFormat();
  const { origin, checkpoint, size, signedAt, grownFrom, cosignatures, races, receipts } = report;
  return (
    <dl className={classes['checks']}>
      {origin === null ? null : <Check name={t('check.log')} value={origin} />}
      {checkpoint === null ? null : (
        <Check
          name={t('check.checkpoint')}
          value={t('check.signed', {
            count: size,
            size: format.count(size),
            time: signedAt ? format.time(signedAt.toISOString()) : '–',
          })}
        />
      )}
      {checkpoint === null ? null : (
        <Check
          name={t('check.growth')}
          value={
            grownFrom === null ? t('check.firstVisit') : t('check.grown', { size: format.count(grownFrom) })
          }
        />
      )}
      {cosignatures.map(({ name, at }) => (
        <Check key={name} name={t('check.witness')} value={`${name}, ${format.time(at.toISOString())}`} />
      ))}
      {races.map((race) => (
        <TotalsCheck key={`${race.election} ${race.race}`} {...race} />
      ))}
      {[...leavesOf(receipts)].map(([index, leaf]) => (
        <Check
          key={index}
          name={t('check.receipt')}
          value={t('check.leaf', {
            index: format.count(index),
            about: leaf === null ? '' : 'station' in leaf ? leaf.station : leaf.election,
          })}
        />
      ))}
    </dl>
  );
};

type Receipts = VerifyReport['receipts'];

/** The leaves that receipts were found to be of, by their place; the same receipt twice is one. */
const leavesOf = (receipts: Receipts) =>
  new Map(receipts.flatMap(({ index, leaf }) => (index === null ? [] : [[index, leaf] as const])));

const Check = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className={classes['check']}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
