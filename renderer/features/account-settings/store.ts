import { api } from '../../api.ts'
import type { AccountSettings, TestAnswer } from '../../api-types.ts'
import { createResource } from '../../shared/resource.ts'
import { loadAccounts } from '../accounts/store.ts'
import { inputOf, type Values } from './form.ts'

export const savedSettings = createResource(api.accountSettings)

export async function saveSettings(accountId: string, values: Values): Promise<AccountSettings> {
  const saved = await api.saveAccountSettings(accountId, inputOf(values))
  savedSettings.set(accountId, saved)
  void loadAccounts()
  return saved
}

/** Sends an example to the saved webhook and answers what the receiver said. */
export const sendTest = (accountId: string): Promise<TestAnswer> => api.testWebhook(accountId)
