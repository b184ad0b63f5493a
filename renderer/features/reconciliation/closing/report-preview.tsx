import { Button, Skeleton, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { useLanguage } from '../../preferences/language.ts'
import type { RunOfBooks } from '../ledger-api.ts'
import { useBookFormats } from '../use-book-formats.ts'
import classes from './closing.module.css'
import { type ReportBlock, readReport } from './report-blocks.ts'

/** Beyond this a section is summed up; the saved file has all of it. */
const mostRows = 50

/** The report on the screen, as it would be saved now. */
export function ReportPreview({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        mt={8}
        ml="calc(var(--button-padding-x) * -1)"
        onClick={() => setOpened(!opened)}
        aria-expanded={opened}
      >
        {t(opened ? 'closing.hideReport' : 'closing.showReport')}
      </Button>
      {opened && <Blocks run={run} />}
    </>
  )
}

function Blocks({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const [blocks, setBlocks] = useState<readonly ReportBlock[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, version } = run
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that changed has another report
  useEffect(() => {
    let isGone = false
    setFailure(null)
    const read = async () => readReport(await (await api.books.reportTable(id, language)).text())
    read().then(
      (found) => !isGone && setBlocks(found),
      (error: unknown) => !isGone && setFailure(asFailure(error)),
    )
    return () => {
      isGone = true
    }
  }, [id, version, language])
  if (failure && blocks === null)
    return <LoadFailure what={t('closing.reportNotMade')} failure={failure} onRetry={() => setFailure(null)} />
  if (blocks === null) return <Skeleton height={160} />
  return (
    <section className={classes.preview} aria-label={t('closing.preview')}>
      {blocks.map((block) => (
        <Block key={block.title} block={block} />
      ))}
    </section>
  )
}

function Block({ block: { title, head, rows } }: { block: ReportBlock }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <table>
      {title !== '' && <caption>{title}</caption>}
      {head.length > 0 && (
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.slice(0, mostRows).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a report never move
          <tr key={at}>
            {row.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
              <Cell key={column} value={value} />
            ))}
          </tr>
        ))}
        {rows.length > mostRows && (
          <tr>
            <td colSpan={head.length || 2}>
              <Text size="sm" c="dimmed">
                {t('match.more', { n: number(rows.length - mostRows) })}
              </Text>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Plain decimals and days as the person writes them; everything else as it is. */
function Cell({ value }: { value: string }) {
  const { amount, day } = useBookFormats()
  const [, sign = '', whole = '', fraction] = /^(-?)(\d{1,15})\.(\d{1,5})$/.exec(value) ?? []
  if (fraction !== undefined)
    return <td data-number>{amount({ amount: sign + whole + fraction, precision: fraction.length, currency: '' })}</td>
  return <td>{/^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value}</td>
}
