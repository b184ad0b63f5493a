import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'

const places = { accounts: '/books', runs: '/books/runs', chart: '/books/chart' } as const

export function BooksTabs() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const here = Object.entries(places).find(([, path]) => path === pathname)?.[0] ?? 'accounts'
  return (
    <Tabs value={here} onChange={(tab) => void navigate(places[tab as keyof typeof places])}>
      <Tabs.List px={20}>
        <Tabs.Tab value="accounts">{t('books.accounts')}</Tabs.Tab>
        <Tabs.Tab value="runs">{t('books.runs')}</Tabs.Tab>
        <Tabs.Tab value="chart">{t('books.chart')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  )
}
