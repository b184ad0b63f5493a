import { Button, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useFileWords } from '../../../shared/file-words.ts'
import { plural } from '../../../shared/plural.ts'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { loadBooks } from '../../books/store.ts'
import type { SourceFile } from '../ledger-api.ts'
import { refreshRun } from '../store.ts'
import { AskDialog } from '../worklist/dialogs.tsx'
import classes from './import.module.css'

/** The files of the open run, each with the way to take it out again; what could not be read says why. */
export function RunFiles({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const [files, setFiles] = useState<readonly SourceFile[]>([])
  const [leaving, setLeaving] = useState<SourceFile | null>(null)
  useEffect(() => {
    let isHere = true
    // A list that cannot be had hides nothing of the import.
    api.books.sources(runId).then(
      ({ rows }) => isHere && setFiles(rows),
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [runId])
  if (files.length === 0) return null
  const remove = async (id: string) => {
    await api.books.removeSource(runId, id)
    setFiles((before) => before.filter((file) => file.id !== id))
    refreshRun(runId)
    void loadBooks()
  }
  return (
    <section aria-label={t('runFiles.title')}>
      <Text component="h3" size="sm" fw={600} mb={6}>
        {t('runFiles.title')}
      </Text>
      <div className={`${classes.lines} ${classes.files}`}>
        <table>
          <tbody>
            {files.map((file) => (
              <Row key={file.id} file={file} onRemove={() => setLeaving(file)} />
            ))}
          </tbody>
        </table>
      </div>
      {leaving && (
        <AskDialog
          title={t('runFiles.removeTitle', { name: leaving.file_name })}
          confirm={t('runFiles.remove')}
          onClose={() => setLeaving(null)}
          onConfirm={() => remove(leaving.id)}
        >
          <Text size="sm">{leaving.format === 'camt.054' ? t('runFiles.partsGo') : t('runFiles.linesGo')}</Text>
        </AskDialog>
      )}
    </section>
  )
}

function Row({ file, onRemove }: { file: SourceFile; onRemove: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const words = useFileWords()
  const { error, format, format_detail: detail, archive_member: member } = file
  const name = member === null ? file.file_name : `${file.file_name} · ${member}`
  const said = error
    ? words.fault(error)
    : format === 'camt.054'
      ? (detail ?? format)
      : `${detail ?? format} · ${t('imports.lines', plural(file.imported, number))}`
  return (
    <tr>
      <td title={name}>{name}</td>
      <td title={said}>{error ? <StatusMark kind="failed">{said}</StatusMark> : said}</td>
      <td>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={onRemove}
          aria-label={t('runFiles.removeOf', { name: file.file_name })}
        >
          {t('runFiles.remove')}
        </Button>
      </td>
    </tr>
  )
}
