import { Skeleton } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { type ColumnDef, columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import type { Sorting } from '../list/use-sorting.ts'
import { type Column, visibleColumns } from './column.ts'
import { useColumnChoice } from './column-choice.ts'
import classes from './data-table.module.css'
import { HeadCell } from './head-cell.tsx'
import { tellCut } from './tell-cut.ts'
import { useMark } from './use-mark.ts'
import { useScaledRows } from './use-scaled-rows.ts'

const rowHeight = 36
const headHeight = 32
const features = tableFeatures({ columnVisibilityFeature })

interface Props<Row> {
  /** Names the table for assistive technology. */
  label: string
  /** Under which the choice of columns is remembered. */
  name: string
  columns: readonly Column<Row>[]
  /** The order of the list, where columns can change it. */
  sorting?: Sorting
  /** `null` while the first answer is awaited: skeleton rows. */
  total: number | null
  /** `undefined`: not yet fetched, drawn as a skeleton. */
  rowAt: (index: number) => Row | undefined
  rowId: (row: Row) => string
  /** The rows in sight; called when they change. */
  onSight?: (first: number, last: number) => void
  /** Id of the row whose detail is open. */
  open?: string | undefined
  onOpen: (row: Row) => void
  /** The row that keys act on, for commands of the list. */
  onMark?: (row: Row | undefined) => void
  /** Drawn instead of rows when there are none. */
  empty: ReactNode
  /** Commands of one row, shown on hover and for the marked row. */
  actions?: (row: Row, marked: boolean) => ReactNode
}

/** A dense list: rows are drawn as they come into sight; J K, arrows and Enter walk it. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { columns, total, rowAt, rowId, onSight, open, onOpen } = props
  const tableId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>()
  const count = total ?? Math.max(3, Math.ceil(height / rowHeight) - 1)
  const rows = useScaledRows(scroller, { count, total, rowHeight, height, overscan: 8, onSight })
  const { items } = rows

  const choice = useColumnChoice(props.name)
  const columnVisibility = useMemo(() => visibleColumns(columns, choice, width), [columns, choice, width])
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.header,
          cell: ({ row }) => column.cell(row.original),
        }),
      ),
    [columns],
  )
  const data = items.map((item) => (total === null ? undefined : rowAt(item.index)))
  const table = useTable({
    features,
    columns: definitions,
    data: data.filter((row) => row !== undefined),
    getRowId: rowId,
    state: { columnVisibility },
  })
  const tableRows = new Map(table.getRowModel().rows.map((row) => [row.id, row]))
  const shown = columns.filter((column) => columnVisibility[column.id])
  const tracks = shown.map((column) => column.width).join(' ')
  const aligned = (id: string) => columns.find((column) => column.id === id)?.align

  const mark = useMark({
    total,
    perView: Math.max(1, Math.floor(height / rowHeight) - 2),
    rowAt,
    rowId,
    open,
    onOpen,
    reveal: (index) => rows.reveal(index, height - headHeight - rowHeight),
  })
  const { onMark } = props
  const marked = rowAt(mark.index)
  useEffect(() => onMark?.(marked), [onMark, marked])
  const gridRef = useMergedRef(scroller, sizeRef)
  const rowDomId = (index: number) => `${tableId}-${index}`

  if (total === 0) return <div className={classes.table}>{props.empty}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows in sight only, laid out as a grid; a <table> cannot be virtual
    <div
      ref={gridRef}
      className={classes.table}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-busy={total === null}
      aria-activedescendant={mark.index >= 0 ? rowDomId(mark.index) : undefined}
      tabIndex={0}
      style={{ '--tracks': tracks } as React.CSSProperties}
    >
      {table.getHeaderGroups().map((group) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
        <div key={group.id} role="row" className={classes.head} aria-rowindex={1}>
          {group.headers.map((header) => (
            <HeadCell
              key={header.id}
              column={columns.find((column) => column.id === header.id)}
              sorting={props.sorting}
            />
          ))}
        </div>
      ))}
      <div className={classes.body} style={{ height: rows.height }}>
        {items.map((item, position) => {
          const row = data[position]
          const style = rows.styleOf(item)
          if (row === undefined)
            return (
              <div key={item.key} className={classes.row} style={style} aria-hidden>
                {shown.map((column) => (
                  <div key={column.id} className={classes.cell} data-align={column.align}>
                    <Skeleton
                      height={9}
                      width={`${40 + ((item.index * 37 + column.id.length * 13) % 45)}%`}
                      {...(column.align === 'end' ? { ml: 'auto' } : {})}
                    />
                  </div>
                ))}
              </div>
            )
          const id = rowId(row)
          const isMarked = mark.index === item.index
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are read by the grid
            <div
              key={item.key}
              id={rowDomId(item.index)}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={open === id}
              className={classes.row}
              data-marked={isMarked || undefined}
              data-open={open === id || undefined}
              style={style}
              onClick={() => {
                mark.set(item.index)
                onOpen(row)
              }}
            >
              {tableRows
                .get(id)
                ?.getVisibleCells()
                .map((cell) => (
                  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
                  <div
                    key={cell.id}
                    role="gridcell"
                    className={classes.cell}
                    data-align={aligned(cell.column.id)}
                    onMouseEnter={tellCut}
                  >
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              {props.actions && (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: only keeps clicks from opening the row
                <div role="gridcell" className={classes.actions} onClick={(event) => event.stopPropagation()}>
                  {props.actions(row, isMarked)}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
