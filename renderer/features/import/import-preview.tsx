import { Button, FileButton, Group, Progress, Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { type Choices, noChoices, toggledIn } from './choices.ts'
import { FileFacts } from './file-facts.tsx'
import { FirstLines } from './first-lines.tsx'
import classes from './import.module.css'
import { MappingEditor } from './mapping-editor.tsx'
import { MemberChoice } from './member-choice.tsx'
import { memberOf } from './places.tsx'
import { LeaveMemberOut, type Part, ProblemView } from './problem-view.tsx'
import { Questions } from './questions.tsx'
import { Refusal } from './refusal.tsx'
import { chooseFile } from './store.ts'
import { TableLines } from './table-lines.tsx'
import { useAsked } from './use-asked.ts'
import { useBroughtWords } from './use-brought-words.ts'
import { useImport } from './use-import.ts'
import { useMembers } from './use-members.ts'
import { usePreview } from './use-preview.ts'

/** A file before its import: what it holds, what is asked, what becomes of each line. Nothing is stored yet. */
export function ImportPreviewView({ accountId, file }: { accountId: string; file: File }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const broughtWords = useBroughtWords()
  const navigate = useNavigate()
  const [choices, setChoices] = useState(noChoices)
  const { read, failure, busy } = usePreview(accountId, file, choices)
  const asked = useAsked(read?.questions ?? [])
  const badMember = memberOf(failure?.issues ?? read?.problem?.places ?? [])
  const { members } = useMembers([...(read?.files ?? []).map(({ member }) => member), badMember])
  const change = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }))
  const put = () => chooseFile(accountId, null)

  const isHere = useRef(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    isHere.current = true
    // What the file was chosen with is gone; the keyboard goes on from here.
    title.current?.focus({ preventScroll: true })
    return () => {
      isHere.current = false
    }
  }, [])

  const importing = useImport(accountId, (done) => {
    notifications.show({ message: broughtWords(done).join(' · '), withBorder: true, autoClose: 8000 })
    put()
    // Whoever went elsewhere meanwhile stays there.
    if (isHere.current) void navigate(`/accounts/${accountId}/import`)
  })
  const waiting =
    read?.questions.filter(({ code, is_remembered: known }) => !known && !(code in choices.answers)).length ?? 0
  const ready = read !== null && read.problem === null && waiting === 0 && !busy
  const refused = importing.failure
  const isStoring = importing.busy && importing.progress?.step === 'applying'

  return (
    <div className={classes.page}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Title ref={title} tabIndex={-1} order={2} className={classes.fileName} title={file.name}>
          {file.name}
        </Title>
        <Group gap="xs" wrap="nowrap">
          {/* Past the reading an import goes on by itself. */}
          {!isStoring && (
            <Button variant="default" disabled={importing.stopping} onClick={importing.busy ? importing.cancel : put}>
              {t(importing.stopping ? 'fileImport.stopping' : importing.busy ? 'fileImport.stop' : 'common.cancel')}
            </Button>
          )}
          <Button disabled={!ready} loading={importing.busy} onClick={() => void importing.start(file, choices)}>
            {read === null || read.problem || read.counts.new === 0
              ? t('fileImport.import')
              : t('fileImport.importCredits', plural(read.counts.new, number))}
          </Button>
        </Group>
      </Group>
      {importing.busy && (
        <div role="status">
          <Text size="sm" mb={4}>
            {t(`fileImport.step.${isStoring ? 'applying' : 'reading'}`)}
            {importing.progress?.rows !== undefined &&
              importing.progress.rows > 0 &&
              ` · ${t('fileImport.lines', plural(importing.progress.rows, number))}`}
          </Text>
          <Progress
            value={
              importing.progress?.of
                ? Math.round((100 * importing.progress.done) / Math.max(importing.progress.of, 1))
                : 100
            }
            animated
            aria-label={t(`fileImport.step.${isStoring ? 'applying' : 'reading'}`)}
          />
        </div>
      )}
      {failure && (
        <Refusal
          title={t('fileImport.notRead')}
          failure={failure}
          actions={
            <>
              {badMember !== null && <LeaveMemberOut member={badMember} choices={choices} change={change} />}
              <FileButton onChange={(other) => other && chooseFile(accountId, other)}>
                {(props) => (
                  <Button variant="default" {...props}>
                    {t('imports.otherFile')}
                  </Button>
                )}
              </FileButton>
            </>
          }
        />
      )}
      <MemberChoice
        members={members}
        excluded={choices.excludedMembers}
        onToggle={(member) => change({ excludedMembers: toggledIn(choices.excludedMembers, member) })}
      />
      {refused && (
        <Refusal
          failure={refused}
          title={t(refused.code === 'work.cancelled' ? 'fileImport.stopped' : 'fileImport.notImported')}
          tone={refused.code === 'work.cancelled' ? 'ask' : 'bad'}
          actions={
            refused.code === 'duplicate_file' && (
              <Button variant="default" onClick={() => void importing.start(file, { ...choices, force: true })}>
                {t('fileImport.again')}
              </Button>
            )
          }
        />
      )}
      {read === null && failure === null && <Skeleton height={220} />}
      {read !== null && (
        <Stack gap="md" aria-busy={busy}>
          {read.problem && <ProblemView read={read} choices={choices} change={change} />}
          <Questions
            questions={asked.map((question) => ({ ...question, isRemembered: question.is_remembered }))}
            answers={choices.answers}
            onAnswer={(code, answer) => change({ answers: { ...choices.answers, [code]: answer } })}
          />
          <FileFacts read={read} />
          {ready && read.counts.new === 0 && read.counts.duplicates > 0 && (
            <Text size="sm">{t('fileImport.nothingKnown')}</Text>
          )}
          <FirstLines read={read} />
          <Reading read={read} choices={choices} change={change} />
        </Stack>
      )}
    </div>
  )
}

const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-15',
  'cp850',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'utf-16le',
]

/** How the file is read, to be looked at and changed: encoding, and of a table its columns and every line's verdict. */
function Reading({ read, choices, change }: Part) {
  const { t } = useTranslation()
  const { table } = read
  const found = table?.encoding ?? read.files[0]?.encoding ?? 'utf-8'
  return (
    <details className={classes.reading} open={read.problem !== null && table !== null ? true : undefined}>
      <summary>{t('fileImport.howRead')}</summary>
      <Stack gap="sm" mt="sm">
        <Group gap="md" align="flex-end">
          <Select
            label={t('fileImport.encoding')}
            w={200}
            data={[...new Set([found, ...encodings])]}
            value={choices.encoding ?? found}
            onChange={(encoding) => change({ encoding })}
          />
          {read.files[0]?.mapping_applied == null ? null : (
            <Text size="sm">{t('fileImport.mappingApplied', { name: read.files[0].mapping_applied })}</Text>
          )}
        </Group>
        {table?.mapping != null && (
          <MappingEditor
            table={table}
            mapping={(choices.mapping ?? table.mapping) as NonNullable<Choices['mapping']>}
            onChange={(mapping) => change({ mapping })}
          />
        )}
        {table && (
          <TableLines
            table={table}
            excluded={choices.excluded}
            onExclude={(line, isOut) =>
              change({
                excluded: isOut ? [...choices.excluded, line] : choices.excluded.filter((other) => other !== line),
              })
            }
          />
        )}
      </Stack>
    </details>
  )
}
