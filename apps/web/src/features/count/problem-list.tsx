import type { FileProblem } from '@comitium/tally/formats';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region/scroll-region.tsx';
import classes from './count.module.css';

/** Everything that is wrong with the file, each with its place; what exactly stands there is told in English. */
export const ProblemList = ({ problems }: { readonly problems: readonly FileProblem[] }) => {
  const { t, i18n } = useTranslation('count');
  const english = i18n.language === 'en';
  const format = useFormat();
  const title = t('problems.title', { count: problems.length });
  return (
    <section className={classes['problems']}>
      <div role="alert">
        <h2 className={classes['heading']}>{title}</h2>
        <p className={classes['quiet']}>{t('problems.text')}</p>
      </div>
      <ScrollRegion label={title} className={classes['problemList']}>
        <ol>
          {problems.map(({ code, line, column, message }) => (
            <li key={`${line}:${column}:${code}:${message}`}>
              <span className={classes['place']}>
                {t('problems.place', { line: format.count(line), column: format.count(column) })}
              </span>{' '}
              {english ? null : <span>{t(`problem.${code}`)}. </span>}
              <bdi lang="en" className={english ? undefined : classes['detail']}>
                {message}
              </bdi>
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </section>
  );
};
