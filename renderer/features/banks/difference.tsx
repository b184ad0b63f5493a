import { Anchor, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './banks.module.css'
import { type DifferenceRow, differenceRows, type Line, stretchesOf } from './difference-rows.ts'

interface Props {
  before: string
  after: string
  /** What stands on the left and on the right. */
  beforeName: string
  afterName: string
}

/** Two versions side by side; what is equal folds away. */
export function Difference({ before, after, beforeName, afterName }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const rows = useMemo(() => differenceRows(before, after), [before, after])
  const stretches = useMemo(() => stretchesOf(rows), [rows])
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const added = rows.filter(({ kind }) => kind === 'added' || kind === 'changed').length
  const removed = rows.filter(({ kind }) => kind === 'removed' || kind === 'changed').length
  if (added + removed === 0) return <Text size="sm">{t('scripts.noDifference')}</Text>
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('scripts.changes', { added: number(added), removed: number(removed) })}
      </Text>
      <section className={classes.code} aria-label={t('scripts.differenceLabel')}>
        <table className={classes.lines}>
          <colgroup>
            {['before', 'after'].map((side) => [
              <col key={`${side}-number`} style={{ width: 44 }} />,
              <col key={`${side}-mark`} style={{ width: 18 }} />,
              <col key={side} />,
            ])}
          </colgroup>
          <thead>
            <tr>
              <th scope="colgroup" colSpan={3} className={classes.sideHead}>
                {beforeName}
              </th>
              <th scope="colgroup" colSpan={3} className={classes.sideHead}>
                {afterName}
              </th>
            </tr>
          </thead>
          <tbody>
            {stretches.map(({ folded, rows: inside }, index) =>
              folded && !opened.has(index) ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one difference never move
                <tr key={index} className={classes.fold}>
                  <td colSpan={6}>
                    <Anchor
                      component="button"
                      type="button"
                      size="xs"
                      onClick={() => setOpened(new Set([...opened, index]))}
                    >
                      {t('scripts.unfold', plural(inside.length, number))}
                    </Anchor>
                  </td>
                </tr>
              ) : (
                inside.map((row) => <Row key={`${row.before?.number}-${row.after?.number}`} row={row} />)
              ),
            )}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({ row: { kind, before, after } }: { row: DifferenceRow }) {
  return (
    <tr>
      <Side line={before} differs={kind !== 'same'} tone="removed" />
      <Side line={after} differs={kind !== 'same'} tone="added" />
    </tr>
  )
}

function Side({ line, differs, tone }: { line: Line | null; differs: boolean; tone: 'added' | 'removed' }) {
  const { t } = useTranslation()
  const shown = line === null ? 'absent' : differs ? tone : 'same'
  const isMarked = shown === tone
  return (
    <>
      <td className={classes.number}>{line?.number}</td>
      <td className={`${classes.side} ${classes.mark}`} data-tone={shown}>
        {isMarked && (
          <span role="img" aria-label={t(tone === 'added' ? 'scripts.lineAdded' : 'scripts.lineRemoved')}>
            {tone === 'added' ? '+' : '−'}
          </span>
        )}
      </td>
      <td className={`${classes.side} ${classes.text}`} data-tone={shown}>
        {line?.pieces.map(({ text, differs: isOther }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line never move
          isOther ? <mark key={index}>{text}</mark> : text,
        )}
      </td>
    </>
  )
}
