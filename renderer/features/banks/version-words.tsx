import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ScriptVersion } from '../../api-types.ts'
import { type MarkKind, StatusMark } from '../../shared/ui/status-mark.tsx'

export type VersionStatus = ScriptVersion['status']

const marks: Record<VersionStatus, MarkKind> = {
  draft: 'waiting',
  testing: 'working',
  review: 'ask',
  active: 'done',
  deprecated: 'ended',
  failed: 'failed',
}

export function VersionMark({ status }: { status: VersionStatus }) {
  const { t } = useTranslation()
  return <StatusMark kind={marks[status]}>{t(`scripts.status.${status}`)}</StatusMark>
}

/** Whose a version is: of the product, of the person, or of the person for one account. */
export function ownerOf(
  version: Pick<ScriptVersion, 'origin' | 'account_id'>,
  t: TFunction,
  accountName: (id: string) => string,
): string {
  if (version.origin === 'system') return t('scripts.official')
  return version.account_id === null
    ? t('scripts.own')
    : t('scripts.ownFor', { account: accountName(version.account_id) })
}
