import { ActionIcon, Button, Group, Switch, Text, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './rules.module.css'

interface Row {
  readonly name: string
  readonly active: boolean
  readonly origin: 'learned' | 'user'
  readonly uses: number
}
type Kept = Pick<Row, 'name' | 'active'>

/** Names or accounts of a counterparty: each can be switched off or forgotten, and others entered. */
export function KnownBy({
  label,
  rows,
  onChange,
}: {
  label: string
  rows: readonly Row[]
  onChange: (rows: readonly Kept[]) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [text, setText] = useState('')
  const add = async (event: React.FormEvent) => {
    event.preventDefault()
    const name = text.trim()
    if (name === '' || rows.some((row) => row.name === name)) return
    if (await onChange([...rows, { name, active: true }])) setText('')
  }
  return (
    <>
      {rows.map((row) => (
        <div key={row.name} className={classes.known}>
          <span>{row.name}</span>
          <Text size="xs" c="dimmed">
            {t(`bookRules.origin.${row.origin}`)}
            {row.uses > 0 && ` · ${t('names.used', plural(row.uses, number))}`}
          </Text>
          <Switch
            size="xs"
            aria-label={t('names.counts', { name: row.name })}
            checked={row.active}
            onChange={(event) => {
              const { checked } = event.currentTarget
              void onChange(rows.map((each) => (each === row ? { ...each, active: checked } : each)))
            }}
          />
          <Tooltip label={t('names.forget')}>
            <ActionIcon
              size="sm"
              aria-label={t('names.forgetOne', { name: row.name })}
              onClick={() => void onChange(rows.filter((each) => each !== row))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <form onSubmit={(event) => void add(event)}>
        <Group gap="xs" mt={8} wrap="nowrap">
          <TextInput
            size="xs"
            aria-label={label}
            placeholder={label}
            maxLength={200}
            flex={1}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" disabled={text.trim() === ''}>
            {t('names.addIt')}
          </Button>
        </Group>
      </form>
    </>
  )
}
