import { Button, Skeleton, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementImport } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { BroughtDialog } from './brought-dialog.tsx'
import classes from './import.module.css'
import { RefusedDialog } from './refused-dialog.tsx'
import { accountImports } from './store.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { useBroughtWords } from './use-brought-words.ts'

const marks = {
  reading: 'working',
  applying: 'working',
  done: 'done',
  failed: 'failed',
  undoing: 'working',
  undone: 'ended',
} as const

/** What was imported into an account, newest first, each with its undo. */
export function ImportList({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(accountImports, accountId)
  const [undoing, setUndoing] = useState<StatementImport | null>(null)
  const [opened, setOpened] = useState<StatementImport | null>(null)
  return (
    <section aria-label={t('fileImport.list')}>
      <Title order={2} size="h3" mb={6}>
        {t('fileImport.list')}
      </Title>
      {failure && !data && (
        <LoadFailure
          what={t('fileImport.listNotLoaded')}
          failure={failure}
          onRetry={() => void accountImports.load(accountId)}
        />
      )}
      {!data && !failure && <Skeleton height={90} />}
      {data?.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('fileImport.none')}
        </Text>
      )}
      {data && data.rows.length > 0 && (
        <div className={`${classes.lines} ${classes.imports}`}>
          <table>
            <tbody>
              {data.rows.map((row) => (
                <Row key={row.id} row={row} onUndo={() => setUndoing(row)} onOpen={() => setOpened(row)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened?.error != null && <RefusedDialog row={opened} onClose={() => setOpened(null)} />}
      {opened?.error === null && <BroughtDialog row={opened} onClose={() => setOpened(null)} />}
      {undoing && <UndoDialog accountId={accountId} row={undoing} onClose={() => setUndoing(null)} />}
    </section>
  )
}

function Row({ row, onUndo, onOpen }: { row: StatementImport; onUndo: () => void; onOpen: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { fault } = useFileWords()
  const isDismissed = row.dismissed_at !== null
  const broughtWords = useBroughtWords()
  const words = [
    ...broughtWords(row),
    ...(row.warnings.length > 0 ? [t('fileImport.remarksOf', plural(row.warnings.length, number))] : []),
  ]
  return (
    <tr data-quiet={row.status === 'undone' || isDismissed || undefined}>
      <td className={classes.when}>
        <Moment at={row.created_at} form="relative" />
      </td>
      <td title={row.file_name}>{row.file_name}</td>
      <td>
        <StatusMark kind={isDismissed ? 'ended' : marks[row.status]}>
          {isDismissed ? t('fileImport.status.dismissed') : t(`fileImport.status.${row.status}`)}
        </StatusMark>
      </td>
      <td title={row.error ? fault(row.error) : words.join(' · ')}>
        {row.error ? fault(row.error) : row.status === 'done' ? words.join(' · ') : ''}
      </td>
      <td data-number>
        {row.error && (
          <Action about={t('fileImport.refused.openOf', { name: row.file_name })} onClick={onOpen}>
            {t('fileImport.refused.open')}
          </Action>
        )}
        {row.status === 'done' && (
          <>
            <Action about={t('fileImport.detailsOf', { name: row.file_name })} onClick={onOpen}>
              {t('fileImport.details')}
            </Action>
            <Action about={t('fileImport.undoOf', { name: row.file_name })} onClick={onUndo}>
              {t('fileImport.undo')}
            </Action>
          </>
        )}
      </td>
    </tr>
  )
}

function Action({ about, onClick, children }: { about: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Button variant="subtle" size="compact-xs" onClick={onClick} aria-label={about}>
      {children}
    </Button>
  )
}
