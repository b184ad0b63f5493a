import { ActionIcon, Chip, Group, Kbd, Menu, Select, Text, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconColumns3, IconDownload, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands.ts'
import type { Column } from '../table/column.ts'
import { chooseColumn, useColumnChoice } from '../table/column-choice.ts'
import classes from './list.module.css'
import { useSlashKey } from './use-slash-key.ts'

export interface Chips {
  readonly label: string
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}

interface Props {
  search?: string | null
  searchLabel?: string
  /** Absent where the list cannot be searched. */
  onSearch?: (text: string) => void
  chips?: Chips
  days?: { from: string | null; to: string | null; onChange: (name: 'from' | 'to', day: string) => void }
  accounts?: {
    value: string | null
    options: readonly { value: string; label: string }[]
    onChange: (id: string | null) => void
  }
  /** Stands first, where the list has no search. */
  lead?: ReactNode
  total: string | null
  onExport?: () => void
  table: { name: string; columns: readonly Pick<Column<never>, 'id' | 'header' | 'optional'>[] }
  children?: ReactNode
}

/** Search, filters and totals of a list. `/` goes to the search, `E` exports what the filter shows. */
export function ListToolbar(props: Props) {
  const { t } = useTranslation()
  const { onExport } = props
  useCommands(onExport ? [{ id: 'export', label: t('list.export'), key: 'e', run: onExport }] : [])
  return (
    <div className={classes.toolbar}>
      <div className={classes.line}>
        {props.lead}
        {props.onSearch && (
          <Search value={props.search ?? ''} label={props.searchLabel ?? ''} onChange={props.onSearch} />
        )}
        {props.accounts && (
          <Select
            size="xs"
            w={170}
            className={classes.extra ?? ''}
            aria-label={t('list.account')}
            placeholder={t('list.allAccounts')}
            data={[...props.accounts.options]}
            value={props.accounts.value}
            onChange={props.accounts.onChange}
            clearable
            searchable={props.accounts.options.length > 8}
            comboboxProps={{ width: 320, position: 'bottom-start' }}
          />
        )}
        {props.days && <Days {...props.days} />}
        <Group gap={4} ml="auto" justify="flex-end">
          {props.children}
          <Text size="xs" c="dimmed" className={classes.total} aria-live="polite">
            {props.total}
          </Text>
          <ColumnMenu {...props.table} />
          {onExport && (
            <Tooltip label={`${t('list.export')} · E`}>
              <ActionIcon aria-label={t('list.export')} onClick={onExport}>
                <IconDownload size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </div>
      {props.chips && <ChipLine {...props.chips} />}
    </div>
  )
}

function ChipLine({ label, value, options, onChange }: Chips) {
  const { t } = useTranslation()
  return (
    <Chip.Group value={value ?? ''} onChange={(next) => onChange(next === '' ? null : next)}>
      <Group gap={6} role="group" aria-label={label}>
        {[{ value: '', label: t('list.all') }, ...options].map((option) => (
          <Chip key={option.value} value={option.value} size="xs" variant="light" radius="sm">
            {option.label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

function Search({ value, label, onChange }: { value: string; label: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const tell = useDebouncedCallback(onChange, 250)
  // The address changed by other means, e.g. "clear filters" or the back button.
  useEffect(() => setText(value), [value])
  useSlashKey(field)
  return (
    <TextInput
      ref={field}
      size="xs"
      type="search"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} />}
      rightSection={text === '' ? <Kbd size="xs">/</Kbd> : null}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.stopPropagation()
          event.currentTarget.blur()
        }
      }}
    />
  )
}

function Days({
  from,
  to,
  onChange,
}: {
  from: string | null
  to: string | null
  onChange: (name: 'from' | 'to', day: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Group gap={4} wrap="nowrap" className={classes.extra ?? ''}>
      <TextInput
        size="xs"
        type="date"
        w={126}
        aria-label={t('list.from')}
        value={from ?? ''}
        onChange={(event) => onChange('from', event.currentTarget.value)}
        {...(to === null ? {} : { max: to })}
      />
      <Text size="xs" c="dimmed" aria-hidden>
        –
      </Text>
      <TextInput
        size="xs"
        type="date"
        w={126}
        aria-label={t('list.to')}
        value={to ?? ''}
        onChange={(event) => onChange('to', event.currentTarget.value)}
        {...(from === null ? {} : { min: from })}
      />
    </Group>
  )
}

function ColumnMenu({ name, columns }: Props['table']) {
  const { t } = useTranslation()
  const choice = useColumnChoice(name)
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('list.columns')}>
          <ActionIcon aria-label={t('list.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('list.columns')}</Menu.Label>
        {columns.slice(1).map(({ id, header, optional }) => {
          const visible = choice[id] ?? optional !== true
          return (
            <Menu.CheckboxItem key={id} checked={visible} onChange={() => chooseColumn(name, id, !visible)}>
              {header}
            </Menu.CheckboxItem>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
