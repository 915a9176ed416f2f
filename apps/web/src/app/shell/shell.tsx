import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../../ui/language-choice/language-choice.tsx';
import { AccountMenu } from './account-menu.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import classes from './shell.module.css';
import { SimulatedElections } from './simulated-elections.tsx';

/** The thin bar above every page. The wall and the presenter's page fill the screen without it. */
export const Shell = () => {
  const { t } = useTranslation('shell');
  const matchRoute = useMatchRoute();
  const bare = matchRoute({ to: '/elections/$election/wall' });
  if (bare) return <Outlet />;
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#content">
        {t('skip')}
      </a>
      <header className={classes['bar']}>
        <Link to="/" className={classes['name']}>
          {t('name')}
        </Link>
        <nav aria-label={t('nav.label')} className={classes['nav']}>
          <AccountMenu />
        </nav>
        <LanguageChoice />
        <SchemeToggle />
      </header>
      <main id="content" className={classes['content']} tabIndex={-1}>
        <Outlet />
      </main>
      <SimulatedElections />
    </div>
  );
};
