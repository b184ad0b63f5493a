import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'

const places = {
  accounts: '/books',
  runs: '/books/runs',
  chart: '/books/chart',
  trial: '/books/trial-balance',
  imports: '/books/imports',
  rules: '/books/rules',
  names: '/books/names',
  history: '/books/history',
} as const
type Place = keyof typeof places

export function BooksTabs() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const names = Object.keys(places) as Place[]
  const here = names.find((name) => name !== 'accounts' && pathname.startsWith(places[name])) ?? 'accounts'
  return (
    <Tabs value={here} onChange={(tab) => void navigate(places[tab as Place])}>
      <Tabs.List px={20}>
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`bookTabs.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
