import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isZero } from '../amounts.ts'
import type { ItemDetail, Split } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'
import { useBookFormats } from '../use-book-formats.ts'
import { AskDialog } from './dialogs.tsx'
import classes from './hand.module.css'
import { readParts } from './split-parts.ts'

interface Part {
  readonly key: number
  readonly amount: string
  readonly note: string
}

const mostParts = 100

/** Divides a line: an amount and a note each, what is left always in sight, and why. */
export function SplitDialog({
  item,
  onClose,
  onConfirm,
}: {
  item: ItemDetail
  onClose: () => void
  onConfirm: (split: Split) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { amount: format } = useBookFormats()
  const keys = useRef(2)
  const [parts, setParts] = useState<readonly Part[]>([
    { key: 0, amount: '', note: '' },
    { key: 1, amount: '', note: '' },
  ])
  const [reason, setReason] = useState('')
  const texts = parts.map(({ amount }) => amount)
  // Before anything is typed nothing takes the rest: a line is not divided into itself and nothing.
  const { amounts, rest, isComplete } = readParts(item.open_amount, texts)
  const change = (key: number, fields: Partial<Part>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...fields } : part)))
  const add = () => {
    keys.current += 1
    setParts([...parts, { key: keys.current, amount: '', note: '' }])
  }
  return (
    <AskDialog
      title={t('divide.title')}
      confirm={t('divide.confirm', { n: parts.length })}
      ready={isComplete}
      size={620}
      onClose={onClose}
      onConfirm={() =>
        onConfirm({
          parts: parts.map(({ note }, at) => ({ amount: amounts[at] ?? '0', note: note.trim() || null })),
          reason: reason.trim() || null,
          version: item.version,
        })
      }
    >
      <Text size="sm">
        {t('divide.text')} <Sum value={item.open_amount} />
      </Text>
      <Stack gap={6}>
        {parts.map(({ key, amount, note }, at) => {
          const taken = amounts[at] ?? null
          const takesRest = amount.trim() === '' && taken !== null
          return (
            <div key={key} className={classes.part}>
              <TextInput
                aria-label={t('divide.amount', { n: at + 1 })}
                placeholder={takesRest ? format({ ...rest, amount: taken.replace('-', '') }) : t('books.amount')}
                inputMode="decimal"
                value={amount}
                onChange={(event) => change(key, { amount: event.currentTarget.value })}
                error={amount.trim() !== '' && taken === null}
                {...(at === 0 ? { 'data-autofocus': true } : {})}
              />
              <TextInput
                aria-label={t('divide.note', { n: at + 1 })}
                placeholder={takesRest ? t('divide.takesRest') : t('divide.notePlaceholder')}
                value={note}
                onChange={(event) => change(key, { note: event.currentTarget.value })}
                maxLength={2000}
              />
              <ActionIcon
                variant="subtle"
                aria-label={t('divide.remove', { n: at + 1 })}
                disabled={parts.length <= 2}
                onClick={() => setParts(parts.filter((part) => part.key !== key))}
              >
                <IconX size={14} />
              </ActionIcon>
            </div>
          )
        })}
      </Stack>
      <Group justify="space-between">
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={add}
          disabled={parts.length >= mostParts}
        >
          {t('divide.add')}
        </Button>
        <Text size="sm" role="status" {...(isZero(rest) ? {} : { fw: 600, c: 'var(--bad)' })}>
          {t('divide.rest')} <Sum value={rest} />
          {isComplete ? ' ✓' : ''}
        </Text>
      </Group>
      <TextInput
        label={t('divide.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
      />
    </AskDialog>
  )
}
