import { Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemDetail, NewBooking, ProposedBooking } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'
import { AskDialog } from './dialogs.tsx'
import { useLedgerChoices } from './ledger-choices.ts'

/** Books a line that the books do not have, and matches both: prefilled from the line and from what was done before. */
export function BookAndMatchDialog({
  item,
  ledgerId,
  proposed,
  onClose,
  onConfirm,
}: {
  item: ItemDetail
  /** The run's ledger: the booking's other side is another one. */
  ledgerId: string
  proposed: ProposedBooking | null
  onClose: () => void
  onConfirm: (booking: NewBooking) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const choices = useLedgerChoices(ledgerId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [fields, setFields] = useState({
    date: item.booking_date,
    text: item.remittance_text ?? '',
    name: item.counterparty_name ?? '',
    document: '',
  })
  const field = (name: keyof typeof fields) => ({
    value: fields[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  const usual = choices.some(({ value }) => value === proposed?.ledger_id) ? (proposed?.ledger_id ?? null) : null
  const ledger = chosen ?? usual
  return (
    <AskDialog
      title={t('bookLine.title')}
      confirm={t('bookLine.confirm')}
      ready={ledger !== null && fields.date !== ''}
      onClose={onClose}
      onConfirm={() =>
        onConfirm({
          ledger_id: ledger ?? '',
          booking_date: fields.date,
          description: fields.text.trim().slice(0, 500),
          counterparty_name: fields.name.trim() || null,
          document_no: fields.document.trim() || null,
          version: item.version,
        })
      }
    >
      <Text size="sm">
        {t('bookLine.text')} <Sum value={item.open_amount} />
      </Text>
      <Select
        label={t('worklist.postTo')}
        placeholder={t('worklist.choosePlace')}
        data={choices}
        value={ledger}
        onChange={setChosen}
        searchable
        required
        openOnFocus={false}
        nothingFoundMessage={t('worklist.noOtherLedger')}
        {...(chosen === null && usual !== null && proposed?.origin
          ? { description: t(`bookLine.origin.${proposed.origin}`) }
          : {})}
        data-autofocus
      />
      <Group grow align="flex-start" wrap="nowrap">
        <TextInput type="date" label={t('books.date')} required {...field('date')} />
        <TextInput label={t('books.document')} maxLength={200} {...field('document')} />
      </Group>
      <TextInput label={t('books.counterparty')} maxLength={500} {...field('name')} />
      <TextInput label={t('books.text')} maxLength={500} {...field('text')} />
    </AskDialog>
  )
}
