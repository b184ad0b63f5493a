import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Sorting } from '../list/use-sorting.ts'
import type { Column } from './column.ts'
import classes from './data-table.module.css'

const orders = { asc: 'ascending', desc: 'descending' } as const

/** The head of a column; where the list can be sorted by it, a button that does. */
export function HeadCell<Row>({ column, sorting }: { column: Column<Row> | undefined; sorting: Sorting | undefined }) {
  const key = column?.sort
  const order = sorting?.sort?.key === key ? sorting?.sort?.order : undefined
  const isSorting = sorting !== undefined && key !== undefined
  const Arrow = order === 'desc' ? IconArrowDown : IconArrowUp
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows in sight only, laid out as a grid
    <div
      role="columnheader"
      className={classes.cell}
      data-align={column?.align}
      {...(isSorting ? { 'aria-sort': order === undefined ? 'none' : orders[order] } : {})}
    >
      {isSorting ? (
        <UnstyledButton className={classes.sort} data-sorted={order} onClick={() => sorting.press(key)}>
          <span>{column?.header}</span>
          <Arrow size={12} aria-hidden />
        </UnstyledButton>
      ) : (
        column?.header
      )}
    </div>
  )
}
