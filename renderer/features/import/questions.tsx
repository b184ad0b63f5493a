import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import classes from './import.module.css'

type Question = Pick<ImportPreview['questions'][number], 'code' | 'message' | 'params'> & {
  readonly choices: readonly string[]
  readonly chosen: string
  /** Known of earlier files: `chosen` counts until something else is said. */
  readonly isRemembered?: boolean | undefined
}

interface Props {
  questions: readonly Question[]
  answers: Readonly<Record<string, string>>
  onAnswer: (code: string, answer: string) => void
}

const known = ['date_order', 'decimal_sign', 'amount_sign', 'amount_scale', 'columns', 'account', 'currency'] as const
const words = ['dmy', 'mdy', 'ymd', ',', '.', 'inverted', 'as_written', 'as_shown', 'minor', 'major'] as const
/** Of readings that balances could prove: it is about reversals, and not about what a plus means. */
const isOfSigns = (choices: readonly string[]) =>
  choices.includes('reversals_inverted') || choices.includes('negatives_absolute')

const keyOf = { ',': 'comma', '.': 'point' } as const

/** What the file leaves open; each is asked once and kept with the way its table is read. */
export function Questions({ questions, answers, onAnswer }: Props) {
  const { t } = useTranslation()
  const own = useFileWords()
  const open = questions.map((question) => ({
    ...question,
    answer: answers[question.code] ?? (question.isRemembered ? question.chosen : ''),
  }))
  if (open.length === 0) return null
  return (
    <Stack
      gap="sm"
      className={classes.questions}
      data-quiet={open.every(({ isRemembered }) => isRemembered) || undefined}
    >
      {open.map(({ code, message, params, choices, answer }) => {
        const title = isOfSigns(choices) ? 'signs' : known.find((each) => each === code)
        return (
          <Radio.Group
            key={code}
            label={title ? t(`fileImport.question.${title}`) : message}
            description={title ? own.ask({ code, message, params }) : undefined}
            value={answer}
            onChange={(next) => onAnswer(code, next)}
          >
            <Stack gap={6} mt={6}>
              {choices.map((choice) => {
                const word = words.find((each) => each === choice)
                const key = word === undefined ? undefined : word in keyOf ? keyOf[word as ',' | '.'] : word
                return (
                  <Radio
                    key={choice}
                    value={choice}
                    label={key === undefined ? own.answer(choice) : t(`fileImport.answer.${key as 'dmy'}`)}
                  />
                )
              })}
            </Stack>
          </Radio.Group>
        )
      })}
    </Stack>
  )
}
