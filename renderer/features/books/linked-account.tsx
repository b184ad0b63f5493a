import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../shared/resource.ts'
import { useAccount } from '../accounts/store.ts'
import { bankAccountOf } from '../book-lists/store.ts'

/** The bank account whose movements the ledger is compared with; nothing where it never was. */
export function LinkedAccount({ ledgerId }: { ledgerId: string }) {
  const { t } = useTranslation()
  const { data: accountId } = useLoaded(bankAccountOf, ledgerId)
  const account = useAccount(accountId ?? '')
  if (!account) return null
  return (
    <>
      {' · '}
      <Anchor component={Link} to={`/accounts/${account.id}/movements`} inherit underline="always">
        {t('movementRun.from', { name: account.name })}
      </Anchor>
    </>
  )
}
