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
const shownDays = 70
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

/** The last weeks of an account, ending today or where its newest statement ends. */
export const completenessOf = createResource(async (accountId: string) => {
  const to = today()
  const from = new Date(Date.now() - (shownDays - 1) * day).toISOString().slice(0, 10)
  return (await api.completeness(accountId, { from, to })).currencies
})

export const watchedFolders = createResource((accountId: string) => api.watchedFolder(accountId))

/** What an import or its undo changes on the screen. */
export function importChanged(accountId: string): void {
  accountImports.refresh(accountId)
  completenessOf.refresh(accountId)
  removedMovements.refresh(accountId)
  signsChanged()
}

/** Counts changes of what is remembered of banks' signs. */
export const useSignsTurn = create<{ readonly turn: number }>(() => ({ turn: 0 }))

export const signsChanged = (): void => useSignsTurn.setState(({ turn }) => ({ turn: turn + 1 }))
