import { api, type FailureFilter } from '../../api.ts'
import type { FailedRun } from '../../api-types.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'

export const failureList = createList<FailedRun, FailureFilter>(api.failures)

/** A run needs its account: the id is both, `account/run`. */
export const runDetails = createResource((id: string) => {
  const [accountId = '', runId = ''] = id.split('/')
  return api.run(accountId, runId)
})

/** The page at the failure, as an address for an image; whoever asked gives it back. */
export const pictureAddress = async (accountId: string, runId: string): Promise<string> =>
  URL.createObjectURL(await api.runPicture(accountId, runId))
