import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { plural } from '../../../shared/plural.ts'
import { useAct } from '../../../shared/use-act.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { ledgerName, loadBooks, useBooks } from '../../books/store.ts'
import type { Uploaded } from '../ledger-api.ts'
import { ledgerFor } from './read-preview.ts'

type Other = Uploaded['other_accounts'][number]

/** Lines of the file that belong to other accounts: imported into their ledger, or the account is linked first (4.10). */
export function OtherAccounts({
  others,
  busy,
  onImport,
}: {
  others: readonly Other[]
  busy: boolean
  onImport: (ledgerId: string, account: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      <Text size="sm">{t('imports.others')}</Text>
      {others.map((other) => (
        <Offer key={`${other.account} ${other.currency}`} other={other} busy={busy} onImport={onImport} />
      ))}
    </Stack>
  )
}

function Offer({
  other,
  busy,
  onImport,
}: {
  other: Other
  busy: boolean
  onImport: (ledgerId: string, account: string) => void
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const ledgers = useBooks((state) => state.accounts)?.map(({ ledger }) => ledger) ?? []
  const known = ledgerFor(ledgers, [other.account])
  const free = ledgers.filter(
    ({ account_identifiers: ids, currency_code: currency }) =>
      ids.length === 0 && (other.currency === null || currency === other.currency),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const link = () =>
    void act(async () => {
      const ledger = free.find(({ id }) => id === chosen)
      if (!ledger) return
      const scheme = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(other.account) ? 'iban' : 'other'
      await api.books.changeLedger(ledger.id, {
        account_identifiers: [{ scheme, value: other.account }],
        version: ledger.version,
      })
      await loadBooks()
      onImport(ledger.id, other.account)
    })
  return (
    <Group gap="md">
      <Text size="sm" flex={1} miw={200}>
        <b>{other.account}</b> · {t('imports.lines', plural(other.entries, number))}
      </Text>
      {known ? (
        <Button loading={busy} onClick={() => onImport(known.id, other.account)}>
          {t('imports.alsoInto', { ledger: ledgerName(known) })}
        </Button>
      ) : free.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('imports.noLedgerFor')}
        </Text>
      ) : (
        <>
          <Select
            aria-label={t('imports.linkTo')}
            placeholder={t('imports.linkTo')}
            data={free.map((ledger) => ({ value: ledger.id, label: ledgerName(ledger) }))}
            value={chosen}
            onChange={setChosen}
            w={240}
          />
          <Button disabled={chosen === null} loading={busy} onClick={link}>
            {t('imports.link')}
          </Button>
        </>
      )}
    </Group>
  )
}
