import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { api } from '../../api.ts'
import { createResource, useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import classes from './banks.module.css'
import { bankDetails } from './store.ts'
import { VersionForm } from './version-form.tsx'

/** What a new version starts from: the chosen one, else the active one of the bank. Under `<bank>/<script or nothing>`. */
const starts = createResource(async (id: string) => {
  const [bankId = '', scriptId = ''] = id.split('/')
  const versions = await api.scriptVersions(bankId)
  const active = versions.filter(({ status }) => status === 'active')
  const chosen =
    versions.find((each) => each.id === scriptId) ?? active.find(({ origin }) => origin === 'user') ?? active[0]
  return { versions, base: chosen ? await api.scriptReview(chosen.id) : null }
})

/** Banks ▸ a bank ▸ New version. */
export function NewVersionPage() {
  const { t } = useTranslation()
  const { bankId = '' } = useParams()
  const [query] = useSearchParams()
  const bank = useLoaded(bankDetails, bankId)
  const key = `${bankId}/${query.get('from') ?? ''}`
  const start = useLoaded(starts, key)
  const failure = bank.failure ?? start.failure
  const retry = () => {
    void bankDetails.load(bankId)
    void starts.load(key)
  }
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        {failure && <LoadFailure what={t('banks.oneNotLoaded')} failure={failure} onRetry={retry} />}
        {!failure && (!bank.data || !start.data) && (
          <Stack>
            <Skeleton height={24} width={280} />
            <Skeleton height={56} />
            <Skeleton height={320} />
          </Stack>
        )}
        {!failure && bank.data && start.data && (
          <VersionForm key={key} bank={bank.data.bank} known={start.data.versions} base={start.data.base} />
        )}
      </div>
    </div>
  )
}
