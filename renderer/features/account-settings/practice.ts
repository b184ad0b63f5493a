import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Replay, ReplayInput } from '../../api-types.ts'
import type { SettingsForm } from './use-settings-form.ts'

interface Tried {
  readonly accountId: string
  readonly key: string
  readonly found: Replay
}

/** What was tried last on the past, so that what the person has seen already is not asked about at the save. */
export const usePractice = create<{ readonly tried: Tried | null }>(() => ({ tried: null }))

const levels = ['match_acceptance', 'match_margin', 'match_without_sender'] as const

export const areLevelsChanged = (form: SettingsForm): boolean => levels.some((name) => form.isDirty(name))

/** How sure the program must be, as it stands in the form. */
export function levelsOf(form: SettingsForm): ReplayInput {
  const { match_acceptance: acceptance, match_margin: margin, match_without_sender } = form.getValues()
  return { acceptance, margin, match_without_sender }
}

/** What was found for exactly these levels of the account, if that is what was tried last. */
export const foundOf = (tried: Tried | null, accountId: string, input: ReplayInput): Replay | null =>
  tried?.accountId === accountId && tried.key === JSON.stringify(input) ? tried.found : null

export async function practise(accountId: string, input: ReplayInput): Promise<Replay> {
  const found = await api.replay(accountId, input)
  usePractice.setState({ tried: { accountId, key: JSON.stringify(input), found } })
  return found
}
