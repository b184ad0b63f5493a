import type { AccountFilter } from '../../imports/account-filter.ts'
import { StatementError } from '../../statements/failure.ts'
import type { ImportInput } from './types.ts'

/** Refuses a file of which nothing is for the ledger (4.10), naming both accounts. */
export function refuseForeign(
  filter: AccountFilter,
  { target, fileName }: Pick<ImportInput, 'target' | 'fileName'>,
): void {
  if (filter.accepted > 0 || filter.others.length === 0) return
  const found = filter.others.map(({ account, currency }) => `${account || 'no account'} ${currency ?? ''}`.trim())
  const known = target.identifiers.map(({ value }) => value).join(', ') || 'no account yet'
  throw new StatementError(
    'account_mismatch',
    `${fileName} is for ${found.join(', ')}; the ledger has ${known} in ${target.currency}. Choose the ledger of that account, or add the account to this one.`,
    [
      ...filter.others.map(({ account, entries }) => ({
        code: 'account',
        message: `Account ${account || 'not named'}, lines: ${entries}`,
        params: { account: account || '–', entries },
      })),
      {
        code: 'account_known',
        message: `The ledger has ${known}, in ${target.currency}`,
        params: {
          ...(target.identifiers.length === 0 ? { context: 'none' } : {}),
          known,
          currency: target.currency,
        },
      },
    ],
  )
}
