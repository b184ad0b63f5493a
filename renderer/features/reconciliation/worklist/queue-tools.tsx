import { Box, Group, Kbd, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSlashKey } from '../../../shared/list/use-slash-key.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { SavedFilters } from '../../book-lists/saved-filters.tsx'
import type { Worklist } from '../ledger-api.ts'
import classes from './queue.module.css'
import { type QueueGroup, queueMarks } from './row-marks.ts'
import { useWriteAddress } from './use-write-address.ts'

/** Search and filter of the queue; another list begins at its first row. */
export function QueueTools({ counts }: { counts: Worklist['counts'] | null }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [params] = useSearchParams()
  const writeAddress = useWriteAddress()
  const group = params.get('group')
  const write = (name: string, value: string | null) =>
    writeAddress((after) => {
      if (value === null || value === '') after.delete(name)
      else after.set(name, value)
      after.delete('row')
      after.delete('at')
    })
  const all = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <div className={classes.tools}>
      <Group gap={4} wrap="nowrap">
        <Box flex={1}>
          <QueueSearch value={params.get('q') ?? ''} onChange={(text) => write('q', text)} />
        </Box>
        <SavedFilters list="worklist" names={['group', 'q']} places={['row', 'at']} />
      </Group>
      <Box className={classes.chips} role="group" aria-label={t('worklist.filter')}>
        <UnstyledButton
          className={classes.chip ?? ''}
          aria-pressed={group === null}
          onClick={() => write('group', null)}
        >
          {t('list.all')} {counts === null ? '' : number(all)}
        </UnstyledButton>
        {(Object.keys(queueMarks) as QueueGroup[])
          .filter((name) => (counts?.[name] ?? 0) > 0 || name === group)
          .map((name) => (
            <UnstyledButton
              key={name}
              className={classes.chip ?? ''}
              aria-pressed={group === name}
              title={t(`worklist.group.${name}`)}
              onClick={() => write('group', group === name ? null : name)}
            >
              {t(`worklist.short.${name}`)} {number(counts?.[name] ?? 0)}
            </UnstyledButton>
          ))}
      </Box>
    </div>
  )
}

/** Search over names, references and amounts; `/` leads here, Esc and Enter lead back. */
export function QueueSearch({
  value,
  onChange,
  label,
  slash = true,
}: {
  value: string
  onChange: (text: string) => void
  label?: string
  slash?: boolean
}) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const nowhere = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const tell = useDebouncedCallback(onChange, 200)
  useEffect(() => setText(value), [value])
  useSlashKey(slash ? field : nowhere)
  return (
    <TextInput
      ref={field}
      size="xs"
      type="search"
      aria-label={label ?? t('worklist.search')}
      placeholder={label ?? t('worklist.search')}
      leftSection={<IconSearch size={14} />}
      rightSection={text === '' && slash ? <Kbd size="xs">/</Kbd> : null}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // A browser empties a search field at Escape; here it only leads back to the list.
        event.preventDefault()
        event.stopPropagation()
        // The next key is for what was found, not for what is on the screen still.
        tell.flush()
        event.currentTarget.blur()
      }}
    />
  )
}
