import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import type { Overview } from '../../api-types.ts'
import icon from '../../icon.svg'
import { useFormats } from '../../shared/use-formats.ts'
import { useInbox } from '../inbox/store.ts'
import { LanguageSwitch } from '../preferences/language-switch.tsx'
import { ThemeSwitch } from '../preferences/theme-switch.tsx'
import type { Place, PlaceName } from './places.ts'
import classes from './shell.module.css'

/** What waits at a place, beside its name. */
const waiting = (
  name: PlaceName,
  overview: Overview | null,
  needsYou: number,
): { count: number; tone: 'ask' | 'bad'; of: 'inbox' | 'accounts' | 'requests' | 'deliveries' } | null => {
  if (name === 'inbox') return { count: needsYou, tone: 'ask', of: name }
  if (!overview) return null
  if (name === 'accounts') return { count: overview.accounts.blocked, tone: 'bad', of: name }
  if (name === 'requests') return { count: overview.requests.ambiguous, tone: 'ask', of: name }
  if (name === 'deliveries') return { count: overview.deliveries.dead, tone: 'bad', of: name }
  return null
}

interface Props {
  places: readonly Place[]
  overview: Overview | null
  email: string
  onSignOut: () => void
}

export function Navigation({ places, overview, email, onSignOut }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const needsYou = useInbox(({ total }) => total ?? 0)
  const narrow = useMediaQuery('(max-width: 1000px)')
  return (
    <nav className={classes.nav} aria-label={t('nav.label')}>
      <div className={classes.brand}>
        <img src={icon} alt="" width={22} height={22} />
        <span>Reconbanker</span>
      </div>
      {places.map(({ name, path, letter, icon: Icon }) => {
        const badge = waiting(name, overview, needsYou)
        const label = t(`nav.${name}`)
        return (
          <Tooltip key={name} label={`${label} · G ${letter.toUpperCase()}`} position="right">
            <NavLink
              to={path}
              className={classes.place ?? ''}
              aria-label={badge !== null && badge.count > 0 ? `${label} ${number(badge.count)}` : label}
            >
              <Icon size={18} stroke={1.6} />
              <span className={classes.placeName}>{label}</span>
              {badge !== null && badge.count > 0 && (
                <span className={classes.count} data-tone={badge.tone} title={t(`nav.waiting.${badge.of}`)}>
                  {number(badge.count)}
                </span>
              )}
            </NavLink>
          </Tooltip>
        )
      })}
      <div className={classes.navFoot}>
        <div className={classes.wide}>
          <LanguageSwitch fullWidth />
        </div>
        <div style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 4 }}>
          <Menu position="right-end" width={230}>
            <Menu.Target>
              <Tooltip label={email}>
                <ActionIcon size="lg" aria-label={t('nav.user', { email })}>
                  <IconUser size={16} />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{email}</Menu.Label>
              {narrow && (
                <div style={{ padding: '4px 10px 8px' }}>
                  <LanguageSwitch fullWidth />
                </div>
              )}
              <Menu.Item leftSection={<IconLogout size={14} />} onClick={onSignOut}>
                {t('session.signOut')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <ThemeSwitch />
        </div>
      </div>
    </nav>
  )
}
