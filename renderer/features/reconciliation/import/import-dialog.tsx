import { Button, FileButton, Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { plural } from '../../../shared/plural.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { ledgerName, loadBooks, useBooks } from '../../books/store.ts'
import { toggledIn } from '../../import/choices.ts'
import { MemberChoice } from '../../import/member-choice.tsx'
import { memberOf } from '../../import/places.tsx'
import { Refusal } from '../../import/refusal.tsx'
import { SignReadings } from '../../import/sign-readings.tsx'
import { signsChanged } from '../../import/store.ts'
import { useMembers } from '../../import/use-members.ts'
import type { Uploaded } from '../ledger-api.ts'
import { refreshRun } from '../store.ts'
import { type Choices, fieldsOf, noChoices } from './choices.ts'
import { ChooseFile } from './choose-file.tsx'
import classes from './import.module.css'
import { NotificationAttach } from './notification-attach.tsx'
import { OtherAccounts } from './other-accounts.tsx'
import { PreviewView } from './preview-view.tsx'
import { accountsIn, ledgerFor, linesFor, unanswered } from './read-preview.ts'
import { RunFiles } from './run-files.tsx'
import { useImport } from './store.ts'
import { TableReading } from './table-reading.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { usePreview } from './use-preview.ts'
import { useUpload } from './use-upload.ts'

/** A statement on its way into a run: chosen, looked at, imported and matched. */
export function ImportDialog({ ledgerId, onClose }: { ledgerId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const accounts = useBooks((state) => state.accounts)
  const file = useImport((state) => state.file)
  const [chosen, setChosen] = useState(ledgerId)
  const [choices, setChoices] = useState(noChoices)
  const change = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }))
  const { answers } = choices
  const preview = usePreview(file, chosen, choices)
  const [done, setDone] = useState<{ readonly runId: string; readonly others: Uploaded['other_accounts'] } | null>(null)
  const taken = useRef<string | null>(null)
  const ledgers = accounts?.map(({ ledger }) => ledger) ?? []
  const found = preview.files ? accountsIn(preview.files) : []
  const ledger = ledgers.find(({ id }) => id === chosen)

  const badMember = preview.failure && memberOf(preview.failure.issues)
  const { members, forget } = useMembers([...(preview.files ?? []).map(({ member }) => member), badMember])
  const isNotification = preview.failure?.code === 'camt_054_notification' && badMember === null

  const guess =
    preview.files || isNotification
      ? (ledgerFor(ledgers, found) ?? (ledgers.length === 1 ? ledgers[0] : undefined))
      : undefined
  const guessId = guess?.id
  useEffect(() => {
    if (chosen === null && guessId !== undefined) setChosen(guessId)
  }, [chosen, guessId])

  const openRun = (runId: string) => {
    useImport.setState({ file: null })
    void navigate(`/books/runs/${runId}`)
  }
  const leave = () => {
    if (done) return openRun(done.runId)
    useImport.setState({ file: null })
    onClose()
  }
  const upload = useUpload((runId, uploaded) => {
    void loadBooks()
    refreshRun(runId)
    signsChanged()
    notifications.show({
      message: t('imports.done', plural(uploaded.imported, number)),
      withBorder: true,
      autoClose: 3000,
    })
    // The rest of the file is offered while it is here.
    const rest = done ? done.others.filter(({ account }) => account !== taken.current) : uploaded.other_accounts
    const first = done?.runId ?? runId
    if (rest.length > 0) return setDone({ runId: first, others: rest })
    openRun(first)
  })
  const { step, progress, failure } = upload.state
  const choose = (next: File | null) => {
    setChoices(noChoices)
    forget()
    useImport.setState({ file: next })
  }
  const openRunId = accounts?.find(({ ledger: { id } }) => id === chosen)?.open_run_id ?? null
  const start = (more: Readonly<Record<string, string>> = {}) => {
    if (file && ledger)
      void upload.start({ file, ledgerId: ledger.id, openRunId, fields: { ...more, ...fieldsOf(choices) } })
  }
  const alsoInto = (id: string, account: string) => {
    if (!file) return
    taken.current = account
    const open = accounts?.find(({ ledger: other }) => other.id === id)?.open_run_id ?? null
    void upload.start({ file, ledgerId: id, openRunId: open, fields: fieldsOf(choices) })
  }
  const isOther =
    ledger !== undefined &&
    found.length > 0 &&
    ledger.account_identifiers.length > 0 &&
    ledgerFor([ledger], found) === undefined
  const waiting = preview.files ? unanswered(preview.files, answers) : 0
  const ready = (preview.files?.length ?? 0) > 0 && ledger !== undefined && waiting === 0 && !isOther && !preview.busy

  return (
    <Dialog
      opened
      onClose={leave}
      title={t('books.import')}
      size={760}
      closeOnClickOutside={step === null}
      closeOnEscape={step === null}
      withCloseButton={step === null}
    >
      <Stack>
        {done !== null ? (
          <OtherAccounts others={done.others} busy={step !== null} onImport={alsoInto} />
        ) : file === null ? (
          <>
            <ChooseFile onChoose={choose} />
            {openRunId !== null && <RunFiles key={openRunId} runId={openRunId} />}
            {chosen !== null && <SignReadings of="ledger" id={chosen} />}
          </>
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
            {preview.failure && !isNotification && (
              <Refusal
                title={t('imports.notRead')}
                failure={preview.failure}
                actions={
                  badMember !== null && (
                    <Button
                      variant="default"
                      onClick={() => change({ excludedMembers: [...choices.excludedMembers, badMember] })}
                    >
                      {t('imports.leaveMemberOut', { path: badMember })}
                    </Button>
                  )
                }
              />
            )}
            {preview.files === null && preview.busy && <Skeleton height={180} />}
            {preview.files?.map((each) => (
              <PreviewView
                key={`${file.name} ${file.lastModified} ${each.member ?? ''}`}
                file={each}
                ledger={ledger}
                answers={answers}
                onAnswer={(code, answer) => change({ answers: { ...answers, [code]: answer } })}
              />
            ))}
            <MemberChoice
              members={members}
              excluded={choices.excludedMembers}
              onToggle={(member) => change({ excludedMembers: toggledIn(choices.excludedMembers, member) })}
            />
            {isNotification && (
              <NotificationAttach
                file={file}
                ledger={ledger}
                openRunId={openRunId}
                onClose={leave}
                onOpenRun={openRun}
              />
            )}
            {preview.table && (
              <TableReading
                table={preview.table}
                file={preview.files?.[0]}
                failure={preview.failure}
                choices={choices}
                change={change}
              />
            )}
            {isOther && (
              <Notice tone="bad" title={t('imports.notThisLedger')}>
                {t('imports.otherAccount', { accounts: found.join(', '), ledger: ledgerName(ledger) })}
              </Notice>
            )}
            {failure && (
              <Refusal
                title={t('imports.notImported')}
                failure={failure}
                actions={
                  failure.code === 'duplicate_file' && (
                    <Button variant="default" onClick={() => start({ force: 'true' })}>
                      {t('imports.again')}
                    </Button>
                  )
                }
              />
            )}
            <UploadProgress step={step} progress={progress} />
          </>
        )}
        {!isNotification && (
          <Group justify="flex-end" gap="xs" className={classes.footer}>
            {step === 'reading' ? (
              <Button variant="default" onClick={upload.cancel}>
                {t('imports.cancel')}
              </Button>
            ) : (
              <Button variant="default" onClick={leave} disabled={step !== null}>
                {t(done === null ? 'common.cancel' : 'imports.toWorklist')}
              </Button>
            )}
            {file !== null && done === null && (
              <Button onClick={() => start()} disabled={!ready} loading={step !== null}>
                {preview.files === null
                  ? t('imports.import')
                  : t('imports.importLines', plural(linesFor(preview.files, ledger), number))}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Dialog>
  )
}
