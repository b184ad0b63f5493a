import { api } from '../../api.ts'
import type { AliasChange } from '../../api-types.ts'
import { createResource } from '../../shared/resource.ts'

export const aliasLists = createResource(api.aliases)

export async function changeAlias(accountId: string, id: string, change: AliasChange): Promise<void> {
  await api.changeAlias(accountId, id, change)
  await aliasLists.load(accountId)
}

export async function forgetAlias(accountId: string, id: string): Promise<void> {
  await api.forgetAlias(accountId, id)
  await aliasLists.load(accountId)
}
