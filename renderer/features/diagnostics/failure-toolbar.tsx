import { Chip, Group, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { failureTypes, stages } from '../../../main/core/sessions/types.ts'
import type { FailureFilter } from '../../api.ts'
import listClasses from '../../shared/list/list.module.css'
import { useAccounts } from '../accounts/store.ts'

export const spans = ['30m', '24h', '7d'] as const

interface Props {
  filter: FailureFilter
  onChange: (name: 'account' | 'since' | 'stage' | 'type', value: string | null) => void
  total: string | null
}

/** Which account, how far back, at which stage, how it failed. */
export function FailureToolbar({ filter, onChange, total }: Props) {
  const { t } = useTranslation()
  const accounts = useAccounts((state) => state.accounts) ?? []
  const className = listClasses.extra ?? ''
  const common = {
    size: 'xs',
    clearable: true,
    className,
    comboboxProps: { width: 300, position: 'bottom-start' },
  } as const
  return (
    <div className={listClasses.toolbar}>
      <div className={listClasses.line}>
        <Chip.Group value={filter.since ?? ''} onChange={(value) => onChange('since', value === '' ? null : value)}>
          <Group gap={6} role="group" aria-label={t('diagnostics.since')}>
            {(['', ...spans] as const).map((span) => (
              <Chip key={span} value={span} size="xs" variant="light" radius="sm">
                {t(`diagnostics.span.${span === '' ? 'all' : span}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {accounts.length > 1 && (
          <Select
            {...common}
            w={170}
            aria-label={t('list.account')}
            placeholder={t('list.allAccounts')}
            data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.account_id ?? null}
            onChange={(id) => onChange('account', id)}
            searchable={accounts.length > 8}
          />
        )}
        <Select
          {...common}
          w={170}
          aria-label={t('diagnostics.columns.stage')}
          placeholder={t('diagnostics.anyStage')}
          data={stages.map((stage) => ({ value: stage, label: t(`diagnostics.stage.${stage}`) }))}
          value={filter.stage ?? null}
          onChange={(stage) => onChange('stage', stage)}
        />
        <Select
          {...common}
          w={190}
          aria-label={t('diagnostics.columns.type')}
          placeholder={t('diagnostics.anyType')}
          data={[...failureTypes]}
          value={filter.failure_type ?? null}
          onChange={(type) => onChange('type', type)}
          searchable
        />
        <Text size="xs" c="dimmed" className={listClasses.total} aria-live="polite" ml="auto">
          {total}
        </Text>
      </div>
    </div>
  )
}
