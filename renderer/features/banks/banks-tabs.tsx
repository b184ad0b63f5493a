import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import classes from './banks.module.css'

/** Banks and scripts are two views of one place. */
export function BanksTabs() {
  const { t } = useTranslation()
  return (
    <nav className={classes.topTabs} aria-label={t('nav.banks')}>
      <NavLink to="/banks" end className={classes.tab ?? ''}>
        {t('banks.tabs.banks')}
      </NavLink>
      <NavLink to="/banks/scripts" className={classes.tab ?? ''}>
        {t('banks.tabs.scripts')}
      </NavLink>
    </nav>
  )
}
