import { create } from 'zustand'
import { api } from '../../api.ts'
import { createResource } from '../../shared/resource.ts'
import { today } from '../../shared/today.ts'

/** The file that was dropped or chosen for an account, until it is imported or put away. */
export const useChosenFile = create<{ readonly accountId: string | null; readonly file: File | null }>(() => ({
  accountId: null,
  file: null,
}))

export const chooseFile = (accountId: string, file: File | null): void => useChosenFile.setState({ accountId, file })

const shownImports = 50
/** Days of one page of the completeness strip. */
export const shownDays = 70
const day = 24 * 60 * 60 * 1000

/** The imports of an account, newest first. */
export const accountImports = createResource(async (accountId: string) => {
  const { rows, total } = await api.imports(accountId, { limit: shownImports, offset: 0 })
  return { rows, total }
})

export const importDetails = createResource((key: string) => {
  const [accountId = '', id = ''] = key.split('/')
  return api.importDetail(accountId, id)
})

/** Movements of files that were removed from an account, the last first. */
export const removedMovements = createResource(api.removedMovements)

const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * day).toISOString().slice(0, 10)

/** The days of a page of the strip: page 0 ends today, page 1 where page 0 begins. */
export function daysOfPage(page: number, now: string = today()): { readonly from: string; readonly to: string } {
  const to = daysBefore(now, page * shownDays)
  return { from: daysBefore(to, shownDays - 1), to }
}

/** What is complete in the days of a page of an account (`accountId/page`). */
export const completenessOf = createResource(async (key: string) => {
  const [accountId = '', page = '0'] = key.split('/')
  const days = daysOfPage(Number(page))
  return { ...days, currencies: (await api.completeness(accountId, days)).currencies }
})

export const watchedFolders = createResource((accountId: string) => api.watchedFolder(accountId))

/** What an import or its undo changes on the screen. */
export function importChanged(accountId: string): void {
  accountImports.refresh(accountId)
  completenessOf.refresh()
  removedMovements.refresh(accountId)
  signsChanged()
}

/** Counts changes of what is remembered of banks' signs. */
export const useSignsTurn = create<{ readonly turn: number }>(() => ({ turn: 0 }))

export const signsChanged = (): void => useSignsTurn.setState(({ turn }) => ({ turn: turn + 1 }))
