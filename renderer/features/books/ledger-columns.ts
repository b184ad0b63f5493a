import type { TFunction } from 'i18next'
import type { Column } from '../../shared/table/column.ts'

/** What a ledger is called, in a list that is held whole. */
export const codeAndName = <Row extends { readonly code: string; readonly description: string }>(
  t: TFunction,
): Column<Row>[] => [
  {
    id: 'code',
    header: t('books.code'),
    width: '110px',
    sort: 'code',
    by: ({ code }) => code,
    file: 'code',
    cell: ({ code }) => code,
  },
  {
    id: 'name',
    header: t('books.name'),
    width: 'minmax(160px, 2fr)',
    sort: 'description',
    by: ({ description }) => description,
    file: 'description',
    cell: ({ description }) => description,
  },
]
