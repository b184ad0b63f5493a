import { ActionIcon, Group, Menu, TextInput, Tooltip } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useLoaded } from '../../shared/resource.ts'
import { useAct } from '../../shared/use-act.ts'
import { AskDialog } from '../reconciliation/worklist/dialogs.tsx'
import { filterIn, forgetFilter, savedFilters, saveFilter } from './saved-filters-store.ts'

interface Props {
  list: string
  names: readonly string[]
  /** Parts that say where in the list the person is: another filter begins at its first row. */
  places?: readonly string[]
}

/** Filters of a list under names of the person's own: chosen, kept, forgotten. `names` are the address's parts that filter. */
export function SavedFilters({ list, names, places = [] }: Props) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const act = useAct()
  const { data, failure } = useLoaded(savedFilters, list)
  const saved = data ?? []
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const now = filterIn(params, names)
  const current = saved.find(({ query }) => query === now && now !== '')
  const apply = (query: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const each of [...names, ...places]) after.delete(each)
        for (const [key, value] of new URLSearchParams(query)) after.set(key, value)
        return after
      },
      { replace: true },
    )
  const Icon = current ? IconBookmarkFilled : IconBookmark
  return (
    <>
      <Menu position="bottom-end" closeOnItemClick onOpen={() => void savedFilters.load(list)}>
        <Menu.Target>
          <Tooltip label={current ? `${t('bookLists.saved')}: ${current.name}` : t('bookLists.saved')}>
            <ActionIcon aria-label={t('bookLists.saved')}>
              <Icon size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown miw={220}>
          <Menu.Label>{t('bookLists.saved')}</Menu.Label>
          {saved.length === 0 && (
            <Menu.Item disabled>{t(failure && !data ? 'bookLists.savedNotLoaded' : 'bookLists.noneSaved')}</Menu.Item>
          )}
          {saved.map((filter) => (
            <Group key={filter.name} gap={2} wrap="nowrap">
              <Menu.Item
                onClick={() => apply(filter.query)}
                {...(filter === current ? { 'aria-current': true, fw: 600 } : {})}
              >
                {filter.name}
              </Menu.Item>
              <ActionIcon
                role="menuitem"
                size="sm"
                aria-label={t('bookLists.forgetFilter', { name: filter.name })}
                onClick={() => void act(() => forgetFilter(list, filter.name))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
          ))}
          <Menu.Divider />
          <Menu.Item
            disabled={now === ''}
            onClick={() => {
              setName(current?.name ?? '')
              setNaming(true)
            }}
          >
            {t('bookLists.saveFilter')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <AskDialog
          title={t('bookLists.saveFilter')}
          confirm={t('common.save')}
          ready={name.trim() !== ''}
          onClose={() => setNaming(false)}
          onConfirm={() => saveFilter(list, { name: name.trim(), query: now })}
        >
          <TextInput
            label={t('bookLists.filterName')}
            description={t('bookLists.filterHint')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
        </AskDialog>
      )}
    </>
  )
}
