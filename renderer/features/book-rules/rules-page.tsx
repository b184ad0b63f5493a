import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowUp, IconPlus, IconRoute, IconToggleLeft, IconToggleRight } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../api.ts'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { sortQuery, useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { Rule } from '../book-lists/books-api.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { SavedFilters } from '../book-lists/saved-filters.tsx'
import { ruleList, rulesChanged } from '../book-lists/store.ts'
import { BooksTabs } from '../books/books-tabs.tsx'
import { ledgerName, useBooks } from '../books/store.ts'
import { useDialog } from '../books/use-dialog.ts'
import { ruleMarks } from './rule-marks.ts'
import { RulePanel } from './rule-panel.tsx'
import { useRuleWords } from './use-rule-words.ts'

const states = ['proposed', 'active', 'disabled'] as const

/** Rules that close what nothing matched: in the order in which they are tried, with what each did. */
export function RulesPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const act = useAct()
  const dialog = useDialog()
  const { ruleId } = useParams()
  const ledgers = useBooks((state) => state.ledgers)
  const { read, write, clear, search } = useFilter()
  const state = states.find((each) => each === read('state'))
  const ledgerId = read('ledger') ?? undefined
  const words = useRuleWords()
  const isFiltered = state !== undefined || ledgerId !== undefined
  const columns = useMemo(
    (): Column<Rule>[] => [
      {
        id: 'position',
        header: t('bookRules.position'),
        width: '52px',
        sort: 'position',
        file: 'position',
        cell: ({ position }) => number(position),
      },
      {
        id: 'when',
        header: t('bookRules.when'),
        width: 'minmax(200px, 2.4fr)',
        file: 'conditions',
        cell: (rule) => {
          const text = words.conditions(rule).join(' · ')
          return <span title={text}>{text}</span>
        },
      },
      {
        id: 'then',
        header: t('bookRules.does'),
        width: 'minmax(150px, 1.6fr)',
        file: 'action.reason action.ledger_id',
        cell: (rule) => <span title={words.action(rule)}>{words.action(rule)}</span>,
      },
      {
        id: 'state',
        header: t('books.status'),
        sort: 'state',
        file: 'state',
        width: 'minmax(110px, 0.8fr)',
        from: 520,
        cell: (rule) => <StatusMark kind={ruleMarks[rule.state]}>{t(`bookRules.state.${rule.state}`)}</StatusMark>,
      },
      {
        id: 'uses',
        header: t('bookRules.uses'),
        width: '90px',
        align: 'end',
        from: 640,
        sort: 'hits',
        file: 'hits accepted rejected',
        cell: ({ hits, accepted, rejected }) => (
          <span
            title={t('bookRules.usesLong', {
              hits: number(hits),
              accepted: number(accepted),
              rejected: number(rejected),
            })}
          >
            {number(hits)}
          </span>
        ),
      },
      {
        id: 'last',
        header: t('bookRules.last'),
        width: '120px',
        from: 760,
        sort: 'last_used_at',
        file: 'last_used_at',
        cell: ({ last_used_at: at }) => (at === null ? '–' : <Moment at={at} form="relative" />),
      },
    ],
    [t, number, words],
  )
  const sorting = useSorting(columns)
  const list = useListWindow(ruleList, { ledgerId, state, ...sortQuery(sorting.sort) })
  const table = { name: 'rules', columns }
  const close = useCallback(() => void navigate(`/books/rules${search}`), [navigate, search])
  const toggle = (rule: Rule) =>
    void act(async () => {
      const next = rule.state === 'active' ? 'disabled' : 'active'
      await api.bookWork.changeRule(rule.id, { state: next, version: rule.version })
      rulesChanged()
    })
  const first = (rule: Rule) =>
    void act(async () => {
      await api.bookWork.orderRules([rule.id])
      rulesChanged()
    })
  const icon = <IconRoute size={28} stroke={1.5} />
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => dialog.show('rule')}>
      {t('bookRules.add')}
    </Button>
  )
  return (
    <>
      <BooksTabs />
      <ListPlace
        what={t('bookRules.notLoaded')}
        failure={list.total === null ? list.failure : null}
        onRetry={ruleList.refresh}
        toolbar={
          <ListToolbar
            chips={{
              label: t('books.status'),
              value: state ?? null,
              options: states.map((value) => ({ value, label: t(`bookRules.state.${value}`) })),
              onChange: (value) => write('state', value),
            }}
            accounts={{
              value: ledgerId ?? null,
              options: (ledgers ?? [])
                .filter(({ is_reconcilable: is }) => is)
                .map((ledger) => ({ value: ledger.id, label: ledgerName(ledger) })),
              onChange: (id) => write('ledger', id),
            }}
            total={list.total === null ? null : t('bookRules.total', plural(list.total, number))}
            table={table}
          >
            <SavedFilters list="rules" names={['state', 'ledger', 'sort']} />
            <ExportMenu
              path="/rules"
              query={{ state, ledger_id: ledgerId }}
              name={t('bookRules.fileName')}
              table={table}
              sorting={sorting}
            />
            {add}
          </ListToolbar>
        }
        table={
          <DataTable
            label={t('bookRules.list')}
            name="rules"
            columns={columns}
            sorting={sorting}
            total={list.total}
            rowAt={ruleList.rowAt}
            rowId={({ id }) => id}
            onSight={ruleList.need}
            open={ruleId}
            onOpen={({ id }) => void navigate(`/books/rules/${id}${search}`)}
            actions={(rule, marked) => (
              <>
                <RowAction
                  label={t(rule.state === 'active' ? 'bookRules.switchOff' : 'bookRules.switchOn')}
                  icon={rule.state === 'active' ? <IconToggleRight size={16} /> : <IconToggleLeft size={16} />}
                  reachable={marked}
                  onClick={() => toggle(rule)}
                />
                {rule.position > 1 && (
                  <RowAction
                    label={t('bookRules.first')}
                    icon={<IconArrowUp size={16} />}
                    reachable={marked}
                    onClick={() => first(rule)}
                  />
                )}
              </>
            )}
            empty={
              isFiltered ? (
                <NothingFits icon={icon} onClear={clear} />
              ) : (
                <Nothing icon={icon} title={t('bookRules.empty')} text={t('bookRules.emptyText')} action={add} />
              )
            }
          />
        }
        panel={ruleId === undefined ? null : <RulePanel key={ruleId} id={ruleId} onClose={close} onSwitch={toggle} />}
      />
    </>
  )
}

function RowAction(props: { label: string; icon: React.ReactNode; reachable: boolean; onClick: () => void }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon aria-label={props.label} tabIndex={props.reachable ? 0 : -1} onClick={props.onClick}>
        {props.icon}
      </ActionIcon>
    </Tooltip>
  )
}
