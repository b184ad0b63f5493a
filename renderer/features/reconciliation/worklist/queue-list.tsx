import { Skeleton } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useScaledRows } from '../../../shared/table/use-scaled-rows.ts'
import type { QueueRow } from '../ledger-api.ts'
import { Day, Sum } from '../sum.tsx'
import { keyOf } from './place-of.ts'
import classes from './queue.module.css'

const rowHeight = 50

interface Props {
  label: string
  /** `null` while the first answer is awaited. */
  total: number | null
  rowAt: (index: number) => QueueRow | undefined
  onSight: (first: number, last: number) => void
  /** The row that keys act on. */
  at: number
  isFocused: (row: QueueRow, index: number) => boolean
  onPick: (index: number, row: QueueRow) => void
  /** What stands before a row, e.g. its tick. */
  lead?: (row: QueueRow) => ReactNode
  /** What stands in the second line at the right. */
  tail?: (row: QueueRow) => ReactNode
  isChosen?: (row: QueueRow) => boolean
  empty: ReactNode
}

/** A long list of two-line rows; only those in sight are drawn. It never moves by itself except to keep the cursor in sight. */
export function QueueList(props: Props) {
  const { total, rowAt, onSight, at } = props
  const scroller = useRef<HTMLDivElement>(null)
  const count = total ?? 8
  const height = scroller.current?.clientHeight ?? 0
  const rows = useScaledRows(scroller, { count, total, rowHeight, height, overscan: 6, onSight })
  const { reveal } = rows
  const now = useRef(reveal)
  now.current = reveal
  useEffect(() => {
    const room = (scroller.current?.clientHeight ?? 0) - rowHeight
    if (total !== null) now.current(at, room)
  }, [at, total])

  if (total === 0) return <div className={classes.rows}>{props.empty}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows in sight only, placed by hand; a <ul> would count them wrongly
    <div ref={scroller} className={classes.rows} role="list" aria-label={props.label}>
      <div style={{ position: 'relative', height: rows.height }}>
        {rows.items.map((item) => {
          const row = total === null ? undefined : rowAt(item.index)
          const style = rows.styleOf(item)
          if (!row)
            return (
              <div key={item.key} className={classes.row} style={style} aria-hidden>
                <Skeleton height={9} width="60%" mt={10} />
                <Skeleton height={8} width="40%" mt={10} />
              </div>
            )
          return <Row key={keyOf(row)} {...props} row={row} index={item.index} style={style} />
        })}
      </div>
    </div>
  )
}

function Row({ row, index, style, ...props }: Props & { row: QueueRow; index: number; style: React.CSSProperties }) {
  const { t } = useTranslation()
  const isChosen = props.isChosen?.(row)
  const name =
    row.kind === 'discrepancy' ? t(`discrepancies.types.${row.text ?? ''}` as 'discrepancies.types.other') : row.name
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: keys are read by the page; the cursor is told by aria-current
    <div
      role="listitem"
      aria-current={props.isFocused(row, index)}
      aria-posinset={index + 1}
      aria-setsize={props.total ?? -1}
      className={classes.row}
      data-focused={props.isFocused(row, index) || undefined}
      data-chosen={isChosen || undefined}
      style={style}
      onClick={() => props.onPick(index, row)}
    >
      {props.lead?.(row)}
      <div className={classes.rowBody}>
        <div className={classes.rowLine}>
          <span className={classes.rowName} title={name ?? row.text ?? undefined}>
            {name ?? row.text ?? t('worklist.noName')}
          </span>
          <Sum value={row.amount} bare />
        </div>
        <div className={classes.rowLine} data-quiet>
          <span className={classes.rowName} title={row.text ?? undefined}>
            {row.date !== null && <Day day={row.date} />}
            {row.note !== null && <IconNote size={12} aria-label={row.note} style={{ margin: '0 4px -2px' }} />}
            {row.kind !== 'discrepancy' && row.name !== null && row.text ? ` · ${row.text}` : ''}
          </span>
          {props.tail?.(row)}
        </div>
      </div>
    </div>
  )
}
