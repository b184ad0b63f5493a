import { Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ScriptReview } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './banks.module.css'
import { useAccountName } from './use-account-name.ts'
import { useVersionActs } from './use-version-acts.tsx'
import { ownerOf, VersionMark } from './version-words.tsx'

/** What the version is and what can be done with it now. */
export function VersionHead({ review }: { review: ScriptReview }) {
  const { t } = useTranslation()
  const { list } = useFormats()
  const navigate = useNavigate()
  const accountName = useAccountName()
  const acts = useVersionActs(review)
  const { script } = review
  const { status } = script
  const isOwn = script.origin === 'user'
  const derive = () => void navigate(`/banks/${script.bank_id}/versions/new?from=${script.id}`)
  const offers = [
    ...(isOwn && status === 'review'
      ? [{ id: 'activate', label: t('scripts.activate'), key: 'a', run: acts.activate }]
      : []),
    ...(isOwn && status !== 'review' && status !== 'active'
      ? [{ id: 'reopen', label: t('scripts.reopen'), key: 'u', run: acts.reopen }]
      : []),
    ...(isOwn && status !== 'deprecated'
      ? [{ id: 'deprecate', label: t('scripts.deprecate'), key: 'd', run: acts.deprecate }]
      : []),
    { id: 'derive', label: t('scripts.addFrom'), key: 'n', run: derive },
  ]
  useCommands(offers)
  return (
    <>
      <div className={classes.headLine}>
        <Title order={1}>{t('scripts.version', { version: script.version })}</Title>
        <Group gap="xs">
          {offers.map(({ id, label, run }, index) => (
            <Button key={id} variant={isOwn && index === 0 && id !== 'deprecate' ? 'filled' : 'default'} onClick={run}>
              {label}
            </Button>
          ))}
        </Group>
      </div>
      <div className={classes.headFacts}>
        <VersionMark status={status} />
        <span>
          {t('scripts.since')} <Moment at={script.status_since} />
        </span>
        <span>{ownerOf(script, t, accountName)}</span>
        <span>
          {script.used_by.length === 0
            ? t('scripts.usedByNone')
            : t('scripts.usedBy', { accounts: list(script.used_by.map(({ name }) => name)) })}
        </span>
      </div>
      {!isOwn && (
        <Text size="sm" mt="xs">
          {t('scripts.readOnly')}
        </Text>
      )}
    </>
  )
}
