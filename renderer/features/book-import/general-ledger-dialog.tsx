import { Alert, Button, FileButton, Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../api.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { plural } from '../../shared/plural.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useAnswer } from '../../shared/use-answer.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { BooksMapping } from '../book-lists/books-api.ts'
import { importList } from '../book-lists/store.ts'
import { ageing, entries, loadBooks } from '../books/store.ts'
import importClasses from '../reconciliation/import/import.module.css'
import classes from './book-import.module.css'
import { BooksPreviewView } from './books-preview-view.tsx'
import { useBooksImport } from './use-books-import.ts'

const noAnswers: Readonly<Record<string, string>> = {}

/** An export of the accounting program on its way into the books: chosen, mapped, looked at, booked. */
export function GeneralLedgerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<BooksMapping | null>(null)
  const [answers, setAnswers] = useState(noAnswers)
  const fields = {
    ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
    ...(Object.keys(answers).length === 0 ? {} : { answers: JSON.stringify(answers) }),
  }
  const key = JSON.stringify([file?.name, file?.size, file?.lastModified, fields])
  const preview = useAnswer(file === null ? null : (signal) => api.bookWork.previewBooks(file, fields, signal), key)
  const job = useBooksImport((done) => {
    importList.refresh()
    entries.refresh()
    ageing.refresh()
    void loadBooks()
    notifications.show({
      message:
        done.import === null
          ? t('bookImport.nothingNew')
          : t('bookImport.done', { ...plural(done.imported, number), skipped: number(done.skipped) }),
      withBorder: true,
      autoClose: 5000,
    })
    void navigate('/books/imports')
  })
  const choose = (next: File | null) => {
    setMapping(null)
    setAnswers(noAnswers)
    setFile(next)
  }
  const found = preview.data
  const changed = found?.faults.filter(({ code }) => code === 'voucher_changed').length ?? 0
  const fresh = found ? found.vouchers - found.known_vouchers - changed : 0
  const unanswered = found?.questions.filter(({ code }) => answers[code] === undefined).length ?? 0
  const ready = found !== null && !preview.busy && found.faults.length === 0 && unanswered === 0 && fresh > 0
  const { busy, progress, failure } = job
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bookImport.title')}
      size={860}
      closeOnClickOutside={!busy}
      closeOnEscape={!busy}
      withCloseButton={!busy}
    >
      <Stack>
        {file === null ? (
          <div className={importClasses.choose}>
            <IconTableImport size={28} stroke={1.5} />
            <Text size="sm">{t('bookImport.choose')}</Text>
            <Text size="xs" c="dimmed">
              {t('bookImport.chooseHint')}
            </Text>
            <FileButton onChange={choose} accept=".csv,.txt,.xlsx">
              {(props) => (
                <Button {...props} data-autofocus>
                  {t('imports.chooseButton')}
                </Button>
              )}
            </FileButton>
          </div>
        ) : (
          <Group wrap="nowrap" justify="space-between">
            <Text size="sm" fw={600} truncate title={file.name}>
              {file.name}
            </Text>
            <FileButton onChange={choose} accept=".csv,.txt,.xlsx" disabled={busy}>
              {(props) => (
                <Button variant="default" {...props}>
                  {t('imports.otherFile')}
                </Button>
              )}
            </FileButton>
          </Group>
        )}
        {preview.failure && (
          <Alert color="red" variant="light" role="alert" title={t('imports.notRead')}>
            {failureText(preview.failure)}
          </Alert>
        )}
        {file !== null && found === null && preview.busy && <Skeleton height={220} />}
        {found && (
          <BooksPreviewView
            preview={found}
            answers={answers}
            onMapping={setMapping}
            onAnswer={(code, answer) => setAnswers((before) => ({ ...before, [code]: answer }))}
          />
        )}
        {failure && (
          <Alert color="red" variant="light" role="alert" title={t('imports.notImported')}>
            {failureText(failure)}
            <ul className={classes.faults}>
              {failure.issues.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{message}</li>
              ))}
            </ul>
          </Alert>
        )}
        {busy && (
          <div role="status">
            <Text size="sm" mb={6}>
              {progress?.of
                ? t('bookImport.booking', { done: number(progress.done), of: number(progress.of) })
                : t('bookImport.reading')}
            </Text>
            <Progress
              aria-label={t('bookImport.reading')}
              value={progress?.of ? Math.round((100 * progress.done) / progress.of) : 100}
              animated={!progress?.of}
            />
          </div>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {t('common.cancel')}
          </Button>
          {file !== null && (
            <Button onClick={() => void job.start(file, fields)} disabled={!ready} loading={busy}>
              {found === null ? t('imports.import') : t('bookImport.book', plural(fresh, number))}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
