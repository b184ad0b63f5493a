import { Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NavLink, useParams } from 'react-router'
import type { ScriptReview } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Notice } from '../../shared/ui/notice.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import classes from './banks.module.css'
import { Difference } from './difference.tsx'
import { DryRunView } from './dry-run-view.tsx'
import { SourceView } from './source-view.tsx'
import { bankDetails, scriptReviews } from './store.ts'
import { useAccountName } from './use-account-name.ts'
import { VersionHead } from './version-head.tsx'
import { ownerOf } from './version-words.tsx'

const parts = ['difference', 'source', 'dry-run'] as const
type Part = (typeof parts)[number]
const names = { difference: 'difference', source: 'source', 'dry-run': 'dryRun' } as const

/** One version: what it changes, its code, a dry run, and what can be done with it. */
export function VersionPage() {
  const { t } = useTranslation()
  const { bankId = '', versionId = '', part } = useParams()
  useLoaded(bankDetails, bankId)
  const { data, failure } = useLoaded(scriptReviews, versionId)
  if (!data)
    return failure ? (
      <LoadFailure
        what={t('scripts.oneNotLoaded')}
        failure={failure}
        onRetry={() => void scriptReviews.load(versionId)}
      />
    ) : (
      <Stack p="lg">
        <Skeleton height={24} width={280} />
        <Skeleton height={14} width={420} />
        <Skeleton height={320} mt="md" />
      </Stack>
    )
  const open: Part = parts.find((each) => each === part) ?? 'difference'
  const place = `/banks/${data.script.bank_id}/versions/${data.script.id}`
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <VersionHead review={data} />
        <nav className={classes.tabs} aria-label={t('scripts.parts')}>
          {parts.map((each) => (
            <NavLink
              key={each}
              to={each === 'difference' ? place : `${place}/${each}`}
              end
              className={classes.tab ?? ''}
            >
              {t(`scripts.tabs.${names[each]}`)}
            </NavLink>
          ))}
        </nav>
        {data.code === null ? (
          <Notice tone="bad" title={t('scripts.unreadable')}>
            {t('scripts.unreadableText')}
          </Notice>
        ) : (
          <VersionPart open={open} review={data} code={data.code} />
        )}
      </div>
    </div>
  )
}

function VersionPart({ open, review, code }: { open: Part; review: ScriptReview; code: string }) {
  const { t } = useTranslation()
  const accountName = useAccountName()
  const { script, against, against_code: againstCode } = review
  if (open === 'source') return <SourceView code={code} />
  if (open === 'dry-run') return <DryRunView script={script} />
  if (against === null || againstCode === null)
    return (
      <>
        <Text size="sm" mb="sm">
          {t('scripts.noOther')}
        </Text>
        <SourceView code={code} />
      </>
    )
  const named = (version: typeof script) =>
    t('scripts.before', {
      owner: ownerOf(version, t, accountName),
      version: version.version,
      status: t(`scripts.status.${version.status}`),
    })
  return <Difference before={againstCode} after={code} beforeName={named(against)} afterName={named(script)} />
}
