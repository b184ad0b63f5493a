import { Button, Kbd } from '@mantine/core'
import { IconChevronRight, IconSearch } from '@tabler/icons-react'
import { Fragment, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useAccounts } from '../accounts/store.ts'
import { useBankCrumb } from '../banks/use-bank-crumb.ts'
import { useBookCrumb } from '../books/use-book-crumb.ts'
import { useInbox } from '../inbox/store.ts'
import { commandKey } from './command-key.ts'
import { type Crumb, crumbsOf } from './crumbs.ts'
import { palette } from './palette-door.ts'
import classes from './shell.module.css'

/** Where this is, as a way back, and the door to everything else. */
export function Header() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const accounts = useAccounts((state) => state.accounts)
  const needsYou = useInbox(({ total }) => total ?? 0)
  const crumbs = crumbsOf(pathname)
  const bankName = useBankCrumb()
  const bookName = useBookCrumb()
  const name = (crumb: Crumb): string => {
    if (crumb.kind === 'place') return t(`nav.${crumb.place}`)
    if (crumb.kind === 'account') return accounts?.find(({ id }) => id === crumb.id)?.name ?? t('nav.account')
    if (crumb.kind === 'ledger' || crumb.kind === 'run') return bookName(crumb)
    return bankName(crumb)
  }
  const here = crumbs.at(-1)
  // A place without a step below it has no other title; what lies deeper brings its own.
  const Here = crumbs.length === 1 ? 'h1' : 'span'
  const title = here ? name(here) : 'Reconbanker'
  useEffect(() => {
    document.title = `${needsYou > 0 ? `(${needsYou}) ` : ''}${title} · Reconbanker`
  }, [title, needsYou])

  return (
    <header className={classes.head}>
      <nav className={classes.crumbs} aria-label={t('nav.crumbs')}>
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.to}>
            {index > 0 && <IconChevronRight size={14} aria-hidden style={{ flex: 'none' }} />}
            {crumb === here ? (
              <Here className={classes.crumb} aria-current="location" title={name(crumb)}>
                {name(crumb)}
              </Here>
            ) : (
              <Link to={crumb.to} className={classes.crumb} title={name(crumb)}>
                {name(crumb)}
              </Link>
            )}
          </Fragment>
        ))}
      </nav>
      <Button
        variant="default"
        fw={400}
        c="dimmed"
        leftSection={<IconSearch size={14} />}
        rightSection={<Kbd size="xs">{commandKey} K</Kbd>}
        onClick={palette.open}
      >
        {t('palette.open')}
      </Button>
    </header>
  )
}
