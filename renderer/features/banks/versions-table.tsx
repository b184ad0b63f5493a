import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ScriptVersion } from '../../api-types.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import classes from './banks.module.css'
import { useAccountName } from './use-account-name.ts'
import { ownerOf, VersionMark } from './version-words.tsx'

/** The versions of one bank: state, owner, since when, used by. */
export function VersionsTable({ versions }: { versions: readonly ScriptVersion[] }) {
  const { t } = useTranslation()
  const accountName = useAccountName()
  return (
    <table className={classes.versions}>
      <thead>
        <tr>
          {(['version', 'status', 'since', 'owner', 'usedBy'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`scripts.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.id}>
            <td>
              <Anchor component={Link} to={`/banks/${version.bank_id}/versions/${version.id}`} size="sm" fw={600}>
                {version.version}
              </Anchor>
            </td>
            <td>
              <VersionMark status={version.status} />
            </td>
            <td>
              <Moment at={version.status_since} />
            </td>
            <td>{ownerOf(version, t, accountName)}</td>
            <td>
              {version.used_by.length === 0 ? (
                <span className={classes.none}>–</span>
              ) : (
                version.used_by.map(({ name }) => name).join(', ')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
