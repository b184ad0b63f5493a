import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { saveFile } from '../../desktop.ts'
import { useCommands } from '../../shared/commands.ts'
import type { Query } from '../../shared/http.ts'
import { type Sorting, sortQuery } from '../../shared/list/use-sorting.ts'
import { type Column, fileColumns } from '../../shared/table/column.ts'
import { useColumnChoice } from '../../shared/table/column-choice.ts'
import { useAct } from '../../shared/use-act.ts'
import { useLanguage } from '../preferences/language.ts'

interface Props {
  path: string
  query?: Query
  /** What the file is called. */
  name: string
  /** The grid on the screen: its columns as they were chosen, and its order. */
  table: { name: string; columns: readonly Pick<Column<never>, 'id' | 'optional' | 'file'>[] }
  sorting?: Sorting
}

/** Everything that a list of the books shows, as CSV (key E) or XLSX: its filter, its order and its columns (12.2). */
export function ExportMenu({ path, query = {}, name, table, sorting }: Props) {
  const { t } = useTranslation()
  const act = useAct()
  const lang = useLanguage((state) => state.language)
  const choice = useColumnChoice(table.name)
  const save = (format: 'csv' | 'xlsx') =>
    void act(async () => {
      const columns = fileColumns(table.columns, choice)
      const blob = await api.bookWork.file(path, {
        ...query,
        ...sortQuery(sorting?.sort ?? null),
        columns,
        format,
        lang,
      })
      await saveFile(`${name}.${format}`, blob.type, blob)
    }, t('list.exported'))
  useCommands([
    { id: 'export', label: t('bookLists.exportCsv'), key: 'e', run: () => save('csv') },
    { id: 'export.xlsx', label: t('bookLists.exportXlsx'), run: () => save('xlsx') },
  ])
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={`${t('bookLists.export')} · E`}>
          <ActionIcon aria-label={t('bookLists.export')}>
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('csv')}>{t('bookLists.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => save('xlsx')}>{t('bookLists.exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
