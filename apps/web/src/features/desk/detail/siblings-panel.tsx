import type { Contest, Sheet } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areaQuery, electionQuery } from '../../../data/queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { siblingsQuery } from '../desk-queries.ts';
import classes from './detail.module.css';

/** Turnout and leader at the stations around: whether this sheet looks like its surroundings. */
export const SiblingsPanel = ({ contest, sheet }: { readonly contest: Contest; readonly sheet: Sheet }) => {
  const { t } = useTranslation('desk');
  const { data: election } = useQuery(electionQuery(sheet.election));
  const station = useQuery({
    ...areaQuery(election?.register ?? '', sheet.station.code),
    enabled: election !== undefined,
  });
  const parent = station.data?.parent ?? null;
  const siblings = useQuery(siblingsQuery({ election: sheet.election, contest: sheet.contest, parent }));
  const others = siblings.data?.items.filter(({ id }) => id !== sheet.id) ?? [];
  if (others.length === 0) return null;
  return (
    <section className={classes['panel']}>
      <h3 className={classes['heading']}>{t('siblings.title', { area: sheet.station.path.at(-1) ?? '' })}</h3>
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('siblings.station')}</th>
              <th scope="col">{t('siblings.leader')}</th>
              <th scope="col">{t('siblings.turnout')}</th>
              <th scope="col">{t('siblings.rejected')}</th>
            </tr>
          </thead>
          <tbody>
            <SiblingRow contest={contest} sheet={sheet} own />
            {others.slice(0, 12).map((other) => (
              <SiblingRow key={other.id} contest={contest} sheet={other} own={false} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

interface SiblingRowProps {
  readonly contest: Contest;
  readonly sheet: Sheet;
  readonly own: boolean;
}

const SiblingRow = ({ contest, sheet, own }: SiblingRowProps) => {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const votes = contest.choices.map((choice) => ({
    name: choice.party ?? choice.name,
    count: sheet.votes[choice.code] ?? 0,
  }));
  const [first] = votes.toSorted((a, b) => b.count - a.count);
  const valid = votes.reduce((sum, { count }) => sum + count, 0);
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : format.share(part / whole));
  return (
    <tr data-own={own ? '' : undefined}>
      <th scope="row">
        {own ? (
          t('siblings.this')
        ) : (
          <Link
            to="/elections/$election/desk"
            params={{ election: sheet.election }}
            search={(before) => ({ ...before, sheet: sheet.id })}
          >
            {sheet.station.name}
          </Link>
        )}
      </th>
      <td>{first && valid > 0 ? `${first.name} ${format.share(first.count / valid)}` : '–'}</td>
      <td>{share(sheet.cast, sheet.registered)}</td>
      <td>{share(sheet.rejected, sheet.cast)}</td>
    </tr>
  );
};
