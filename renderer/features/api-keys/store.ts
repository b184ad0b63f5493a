import { create } from 'zustand'
import { api } from '../../api.ts'
import type { ApiKey, NewApiKey, Scope } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'

interface ApiKeysState {
  /** `null` until the first answer; newest first. */
  readonly keys: readonly ApiKey[] | null
  readonly scopes: readonly Scope[]
  readonly failure: Failure | null
}

export const useApiKeys = create<ApiKeysState>(() => ({ keys: null, scopes: [], failure: null }))

export async function loadApiKeys(): Promise<void> {
  try {
    const { keys, available_scopes: scopes } = await api.apiKeys()
    useApiKeys.setState({ keys, scopes, failure: null })
  } catch (error) {
    useApiKeys.setState({ failure: asFailure(error) })
  }
}

/** The text of the key is answered this one time and held nowhere. */
export async function createApiKey(input: NewApiKey): Promise<string> {
  const { key } = await api.createApiKey(input)
  await loadApiKeys()
  return key
}

/** With a code of the authenticator where the second factor is on. */
export async function revokeApiKey(id: string, code?: string): Promise<void> {
  await api.revokeApiKey(id, code)
  await loadApiKeys()
}
