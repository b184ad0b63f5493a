import { IconBuildings } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useAccounts } from '../accounts/store.ts'
import { folded } from '../shell/palette-entries.ts'
import { bankColumns } from './bank-columns.tsx'
import { BanksTabs } from './banks-tabs.tsx'
import { catalogue } from './store.ts'

/** Every bank of the catalogue. */
export function BanksPage() {
  const { t } = useTranslation()
  const formats = useFormats()
  const navigate = useNavigate()
  const { data, failure } = useLoaded(catalogue, 'all')
  const accounts = useAccounts((state) => state.accounts)
  const { read, write, clear } = useFilter()
  const words = read('q') ?? ''
  const shown = useMemo(
    () => data?.banks.filter(({ name, code }) => folded(`${name} ${code}`).includes(folded(words))) ?? null,
    [data, words],
  )
  const columns = useMemo(
    () => bankColumns({ t, formats, scripts: data?.scripts ?? [], accounts: accounts ?? [] }),
    [t, formats, data, accounts],
  )
  const icon = <IconBuildings size={28} stroke={1.5} />
  return (
    <>
      <BanksTabs />
      <ListPlace
        what={t('banks.notLoaded')}
        failure={data ? null : failure}
        onRetry={() => void catalogue.load('all')}
        toolbar={
          <ListToolbar
            search={words}
            searchLabel={t('banks.search')}
            onSearch={(text) => write('q', text)}
            total={shown === null ? null : t('banks.total', plural(shown.length, formats.number))}
            table={{ name: 'banks', columns }}
          />
        }
        table={
          <DataTable
            label={t('nav.banks')}
            name="banks"
            columns={columns}
            total={shown?.length ?? null}
            rowAt={(index) => shown?.[index]}
            rowId={({ id }) => id}
            onOpen={({ id }) => void navigate(`/banks/${id}`)}
            empty={
              words === '' ? (
                <Nothing icon={icon} title={t('banks.empty')} text={t('banks.emptyText')} />
              ) : (
                <NothingFits icon={icon} onClear={clear} />
              )
            }
          />
        }
        panel={null}
      />
    </>
  )
}
