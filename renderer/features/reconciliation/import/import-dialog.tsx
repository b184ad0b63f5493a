import { Alert, Button, FileButton, Group, Modal, Progress, Select, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFailureText } from '../../../shared/failure-text.ts'
import { plural } from '../../../shared/plural.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { ledgerName, loadBooks, useBooks } from '../../books/store.ts'
import { refreshRun } from '../store.ts'
import classes from './import.module.css'
import { PreviewView } from './preview-view.tsx'
import { accountsIn, ledgerFor, linesIn, unanswered } from './read-preview.ts'
import { useImport } from './store.ts'
import { usePreview } from './use-preview.ts'
import { useUpload } from './use-upload.ts'

const noAnswers: Readonly<Record<string, string>> = {}

/** A statement on its way into a run: chosen, looked at, imported and matched. */
export function ImportDialog({ ledgerId, onClose }: { ledgerId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const accounts = useBooks((state) => state.accounts)
  const file = useImport((state) => state.file)
  const [chosen, setChosen] = useState(ledgerId)
  const [answers, setAnswers] = useState(noAnswers)
  const preview = usePreview(file, chosen, answers)
  const ledgers = accounts?.map(({ ledger }) => ledger) ?? []
  const found = preview.files ? accountsIn(preview.files) : []
  const ledger = ledgers.find(({ id }) => id === chosen)

  const guess = preview.files
    ? (ledgerFor(ledgers, found) ?? (ledgers.length === 1 ? ledgers[0] : undefined))
    : undefined
  const guessId = guess?.id
  useEffect(() => {
    if (chosen === null && guessId !== undefined) setChosen(guessId)
  }, [chosen, guessId])

  const leave = () => {
    useImport.setState({ file: null })
    onClose()
  }
  const upload = useUpload((runId, uploaded) => {
    useImport.setState({ file: null })
    void loadBooks()
    refreshRun(runId)
    notifications.show({
      message: t('imports.done', plural(uploaded.imported, number)),
      withBorder: true,
      autoClose: 3000,
    })
    void navigate(`/books/runs/${runId}`)
  })
  const { step, progress, failure } = upload.state
  const choose = (next: File | null) => {
    setAnswers(noAnswers)
    useImport.setState({ file: next })
  }
  const openRunId = accounts?.find(({ ledger: { id } }) => id === chosen)?.open_run_id ?? null
  const start = (more: Readonly<Record<string, string>> = {}) => {
    if (file && ledger)
      void upload.start({
        file,
        ledgerId: ledger.id,
        openRunId,
        fields: { ...more, ...(Object.keys(answers).length > 0 ? { answers: JSON.stringify(answers) } : {}) },
      })
  }
  const isOther =
    ledger !== undefined &&
    found.length > 0 &&
    ledger.account_identifiers.length > 0 &&
    ledgerFor([ledger], found) === undefined
  const waiting = preview.files ? unanswered(preview.files, answers) : 0
  const ready = preview.files !== null && ledger !== undefined && waiting === 0 && !isOther && !preview.busy

  return (
    <Modal
      opened
      onClose={leave}
      title={t('books.import')}
      size={760}
      closeOnClickOutside={step === null}
      closeOnEscape={step === null}
      withCloseButton={step === null}
    >
      <Stack>
        {file === null ? (
          <div className={classes.choose}>
            <IconFileImport size={28} stroke={1.5} />
            <Text size="sm">{t('imports.choose')}</Text>
            <Text size="xs" c="dimmed">
              {t('imports.formats')}
            </Text>
            <FileButton onChange={choose}>
              {(props) => (
                <Button {...props} data-autofocus>
                  {t('imports.chooseButton')}
                </Button>
              )}
            </FileButton>
          </div>
        ) : (
          <>
            <Group align="flex-end" wrap="nowrap">
              <Select
                label={t('imports.into')}
                placeholder={t('imports.intoPlaceholder')}
                data={ledgers.map((each) => ({ value: each.id, label: ledgerName(each) }))}
                value={chosen}
                onChange={setChosen}
                disabled={step !== null}
                searchable
                flex={1}
                {...(openRunId === null ? {} : { description: t('imports.openRun') })}
              />
              <Text size="sm" truncate maw={300} title={file.name} mb={7}>
                {file.name}
              </Text>
              <FileButton onChange={choose} disabled={step !== null}>
                {(props) => (
                  <Button variant="default" {...props}>
                    {t('imports.otherFile')}
                  </Button>
                )}
              </FileButton>
            </Group>
            {preview.failure && (
              <Alert color="red" variant="light" role="alert" title={t('imports.notRead')}>
                {failureText(preview.failure)}
                <Faults faults={preview.failure.issues} />
              </Alert>
            )}
            {preview.files === null && preview.busy && <Skeleton height={180} />}
            {preview.files?.map((each) => (
              <PreviewView
                key={each.member ?? ''}
                file={each}
                ledger={ledger}
                answers={answers}
                onAnswer={(code, answer) => setAnswers((before) => ({ ...before, [code]: answer }))}
              />
            ))}
            {isOther && (
              <Alert color="red" variant="light" role="alert">
                {t('imports.otherAccount', { accounts: found.join(', '), ledger: ledgerName(ledger) })}
              </Alert>
            )}
            {failure && (
              <Alert color="red" variant="light" role="alert" title={t('imports.notImported')}>
                {failureText(failure)}
                <Faults faults={failure.issues} />
                {failure.code === 'duplicate_file' && (
                  <Button mt="xs" variant="default" onClick={() => start({ force: 'true' })}>
                    {t('imports.again')}
                  </Button>
                )}
              </Alert>
            )}
            {step !== null && (
              <div role="status">
                <Text size="sm" mb={6}>
                  {t(`imports.step.${step}`)}
                  {step === 'reading' &&
                    progress?.rows !== undefined &&
                    ` · ${t('imports.lines', plural(progress.rows, number))}`}
                </Text>
                <Progress
                  value={progress?.of && step === 'reading' ? Math.round((100 * progress.done) / progress.of) : 100}
                  animated={step === 'matching' || !progress?.of}
                />
              </div>
            )}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          {step === 'reading' ? (
            <Button variant="default" onClick={upload.cancel}>
              {t('imports.cancel')}
            </Button>
          ) : (
            <Button variant="default" onClick={leave} disabled={step !== null}>
              {t('common.cancel')}
            </Button>
          )}
          {file !== null && (
            <Button onClick={() => start()} disabled={!ready} loading={step !== null}>
              {preview.files === null
                ? t('imports.import')
                : t('imports.importLines', plural(linesIn(preview.files), number))}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Faults({ faults }: { faults: readonly { path: string; message: string }[] }) {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  return (
    <ul style={{ margin: '6px 0 0', paddingInlineStart: 18, maxHeight: 140, overflow: 'auto' }}>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          {/^\d+$/.test(path) ? `${t('imports.line', { line: path })}: ${message}` : message}
        </li>
      ))}
    </ul>
  )
}
