import { SegmentedControl } from '@mantine/core'
import { IconFileCode } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Script } from '../../api-types.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { folded } from '../shell/palette-entries.ts'
import { BanksTabs } from './banks-tabs.tsx'
import { catalogue } from './store.ts'
import { VersionMark } from './version-words.tsx'

const columnsOf = (t: TFunction, bankName: (script: Script) => string): Column<Script>[] => [
  {
    id: 'bank',
    header: t('scripts.columns.bank'),
    width: 'minmax(160px, 1.5fr)',
    cell: (script) => <span title={bankName(script)}>{bankName(script)}</span>,
  },
  {
    id: 'flow',
    header: t('scripts.columns.flow'),
    width: 'minmax(120px, 1fr)',
    from: 830,
    cell: (script) => t(`scripts.flow.${script.flow_type}`),
  },
  { id: 'version', header: t('scripts.columns.version'), width: '100px', cell: ({ version }) => version },
  {
    id: 'origin',
    header: t('scripts.columns.origin'),
    width: '110px',
    from: 560,
    cell: ({ origin }) => t(origin === 'system' ? 'scripts.official' : 'scripts.own'),
  },
  {
    id: 'status',
    header: t('scripts.columns.status'),
    width: '140px',
    cell: ({ status }) => <VersionMark status={status} />,
  },
  {
    id: 'created',
    header: t('scripts.columns.created'),
    width: 'minmax(96px, 140px)',
    from: 640,
    cell: (script) => <Moment at={script.created_at} />,
  },
]

/** Every version that the person may see, over all banks. What is done with one is done where its difference is seen. */
export function ScriptsPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { data, failure } = useLoaded(catalogue, 'all')
  const { read, write, clear, active } = useFilter()
  const words = read('q') ?? ''
  const all = read('show') === 'all'
  const bankName = useMemo(() => {
    const names = new Map(data?.banks.map(({ id, name }) => [id, name]))
    return (script: Script) => names.get(script.bank_id) ?? script.bank
  }, [data])
  const shown = useMemo(
    () =>
      data?.scripts
        .filter(({ status }) => all || status === 'active')
        .filter((script) => folded(`${bankName(script)} ${script.version}`).includes(folded(words))) ?? null,
    [data, words, all, bankName],
  )
  const columns = useMemo(() => columnsOf(t, bankName), [t, bankName])
  const icon = <IconFileCode size={28} stroke={1.5} />
  return (
    <>
      <BanksTabs />
      <ListPlace
        what={t('scripts.notLoaded')}
        failure={data ? null : failure}
        onRetry={() => void catalogue.load('all')}
        toolbar={
          <ListToolbar
            search={words}
            searchLabel={t('scripts.search')}
            onSearch={(text) => write('q', text)}
            total={shown === null ? null : t('scripts.total', plural(shown.length, number))}
            table={{ name: 'scripts', columns }}
          >
            <SegmentedControl
              size="xs"
              aria-label={t('scripts.columns.status')}
              value={all ? 'all' : 'active'}
              onChange={(value) => write('show', value === 'all' ? 'all' : null)}
              data={(['active', 'all'] as const).map((value) => ({ value, label: t(`scripts.show.${value}`) }))}
            />
          </ListToolbar>
        }
        table={
          <DataTable
            label={t('banks.tabs.scripts')}
            name="scripts"
            columns={columns}
            total={shown?.length ?? null}
            rowAt={(index) => shown?.[index]}
            rowId={({ id }) => id}
            onOpen={({ id, bank_id }) => void navigate(`/banks/${bank_id}/versions/${id}`)}
            empty={
              active ? (
                <NothingFits icon={icon} onClear={clear} />
              ) : (
                <Nothing icon={icon} title={t('scripts.empty')} text={t('scripts.emptyText')} />
              )
            }
          />
        }
        panel={null}
      />
    </>
  )
}
