import { api, type MovementFilter } from '../../api.ts'
import type { Movement } from '../../api-types.ts'
import { saveFile } from '../../desktop.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'

export const movementList = createList<Movement, MovementFilter>(api.movements)
export const movementDetails = createResource(api.movement)
export const wantedByLists = createResource(api.wantedBy)

export const removeMovement = async (accountId: string, id: string): Promise<void> => {
  await api.removeMovement(accountId, id)
  movementList.refresh()
}
export const putMovementBack = async (accountId: string, id: string): Promise<void> => {
  await api.restoreMovement(accountId, id)
  movementList.refresh()
}

export const resendMovement = (accountId: string, id: string): Promise<unknown> => api.resendMovement(accountId, id)

export async function exportMovements(filter: MovementFilter, name: string): Promise<void> {
  await saveFile(`${name}.csv`, 'text/csv', await api.movementsCsv(filter))
}
