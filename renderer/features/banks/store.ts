import { api } from '../../api.ts'
import type { NewScript } from '../../api-types.ts'
import { createResource } from '../../shared/resource.ts'

/** Every bank with how one gets in, and every script; one thing, under the id `all`. */
export const catalogue = createResource(async () => {
  const [banks, scripts] = await Promise.all([api.banks(), api.scripts()])
  const profiles = await Promise.all(banks.map(({ id }) => api.bankProfile(id)))
  return { banks: banks.map((bank, index) => ({ ...bank, profile: profiles[index] ?? null })), scripts }
})

export type BankEntry = Awaited<ReturnType<typeof api.banks>>[number] & {
  readonly profile: Awaited<ReturnType<typeof api.bankProfile>> | null
}

/** One bank with its versions. */
export const bankDetails = createResource(async (id: string) => {
  const [bank, profile, versions] = await Promise.all([api.bank(id), api.bankProfile(id), api.scriptVersions(id)])
  return { bank, profile, versions }
})

/** A version beside the one that it would replace. */
export const scriptReviews = createResource(api.scriptReview)
export const dryRunLists = createResource(api.dryRuns)

const refreshAll = () => {
  catalogue.refresh()
  bankDetails.refresh()
  scriptReviews.refresh()
}

/** Answers the id of the new version. */
export async function addScript(input: NewScript): Promise<string> {
  const { id } = await api.addScript(input)
  refreshAll()
  return id
}

export async function changeScript(id: string, verb: 'promote' | 'deprecate' | 'reopen'): Promise<void> {
  await api.changeScript(id, verb)
  refreshAll()
}

export async function startDryRun(scriptId: string, accountId: string): Promise<void> {
  await api.startDryRun(scriptId, accountId)
  await dryRunLists.load(scriptId)
}
