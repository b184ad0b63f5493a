import { create } from 'zustand'
import type { ColumnChoice } from './column.ts'

const key = 'reconbanker.columns'

const stored = (): Record<string, ColumnChoice> => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, ColumnChoice>
  } catch {
    // Edited by hand or cut off: the choice starts anew.
    return {}
  }
}

const useChoices = create<{ byTable: Record<string, ColumnChoice> }>(() => ({ byTable: stored() }))

const none: ColumnChoice = {}

/** The columns a person chose for a table, remembered on this device. */
export const useColumnChoice = (table: string): ColumnChoice => useChoices((state) => state.byTable[table] ?? none)

export function chooseColumn(table: string, column: string, visible: boolean): void {
  useChoices.setState(({ byTable }) => ({ byTable: { ...byTable, [table]: { ...byTable[table], [column]: visible } } }))
  localStorage.setItem(key, JSON.stringify(useChoices.getState().byTable))
}
