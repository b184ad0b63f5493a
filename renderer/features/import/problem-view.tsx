import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import type { Choices } from './choices.ts'
import { firstOf, memberOf, Places } from './places.tsx'

/** What a part of the preview shows and changes. */
export interface Part {
  read: ImportPreview
  choices: Choices
  change: (part: Partial<Choices>) => void
}

const problems = ['rows_unreadable', 'mapping_changed', 'account_mismatch', 'currency_unknown', 'days_differ'] as const

/** An archive is imported without the file that is in the way. */
export function LeaveMemberOut({ member, choices, change }: Omit<Part, 'read'> & { member: string }) {
  const { t } = useTranslation()
  return (
    <Button
      variant="default"
      onClick={() => change({ excludedMembers: [...new Set([...choices.excludedMembers, member])] })}
    >
      {t('imports.leaveMemberOut', { path: member })}
    </Button>
  )
}

/** What keeps the file from being imported, with the way out beside it. */
export function ProblemView({ read, choices, change }: Part) {
  const { t } = useTranslation()
  const words = useFileWords()
  const { problem } = read
  if (problem === null) return null
  const lines = problem.places.flatMap(({ line }) => line ?? [])
  const known = problems.find((code) => code === problem.code)
  const badMember = memberOf(problem.places)
  return (
    <Notice
      tone="bad"
      title={t('fileImport.problem')}
      detail={problem.message}
      actions={
        <>
          {badMember !== null && <LeaveMemberOut member={badMember} choices={choices} change={change} />}
          {(problem.code === 'rows_unreadable' || problem.code === 'amount_precision') && lines.length > 0 && (
            <Button
              variant="default"
              onClick={() => change({ excluded: [...new Set([...choices.excluded, ...lines])] })}
            >
              {t('fileImport.leaveOut', { count: lines.length, lines: firstOf(lines) })}
            </Button>
          )}
          {problem.code === 'mapping_changed' && read.table?.mapping != null && (
            <Button variant="default" onClick={() => change({ mapping: read.table?.mapping as Choices['mapping'] })}>
              {t('fileImport.useNewColumns')}
            </Button>
          )}
          {problem.code === 'account_mismatch' &&
            problem.places.flatMap(({ code, params }) => {
              if (code !== 'account' || params?.account === undefined) return []
              const account = String(params.account)
              return (
                <Button key={account} variant="default" onClick={() => change({ account })}>
                  {t('fileImport.thisAccount', { account })}
                </Button>
              )
            })}
          {problem.code === 'currency_unknown' && <CurrencyField choices={choices} change={change} />}
          {problem.code === 'days_differ' &&
            (['pair', 'add'] as const).map((answer) => (
              <Button
                key={answer}
                variant="default"
                onClick={() => change({ answers: { ...choices.answers, days_differ: answer } })}
              >
                {t(`fileImport.daysDiffer.${answer}`)}
              </Button>
            ))}
        </>
      }
    >
      {known === undefined ? words.fault(problem) : t(`fileImport.problems.${known}`)}
      <Places
        places={
          problem.code === 'days_differ' ? problem.places.map((place) => ({ ...place, line: null })) : problem.places
        }
      />
    </Notice>
  )
}

function CurrencyField({ choices, change }: Omit<Part, 'read'>) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('fileImport.currency')}
      placeholder="UYU"
      maxLength={3}
      w={120}
      value={choices.currency}
      onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
    />
  )
}
