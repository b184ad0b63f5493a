import { api } from '../../api.ts'
import type { Movement, Request } from '../../api-types.ts'

export interface Found {
  readonly requests: readonly Request[]
  readonly movements: readonly Movement[]
}

export const foundNothing: Found = { requests: [], movements: [] }

const few = { limit: 5, offset: 0 }

/** Requests and movements of all accounts that fit the words; what could not be asked is left out. */
export async function findEverywhere(q: string, withRequests: boolean): Promise<Found> {
  const [requests, movements] = await Promise.all([
    withRequests ? api.requests({ q }, few).catch(() => null) : null,
    api.movements({ q }, few).catch(() => null),
  ])
  return { requests: requests?.rows ?? [], movements: movements?.rows ?? [] }
}
