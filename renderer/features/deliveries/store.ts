import { api, type DeliveryFilter } from '../../api.ts'
import type { Delivery } from '../../api-types.ts'
import { saveFile } from '../../desktop.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'

export const deliveryList = createList<Delivery, DeliveryFilter>(api.deliveries)

/** A delivery with every attempt to carry it out. */
export const deliveryDetails = createResource(async (id: string) => {
  const [delivery, attempts] = await Promise.all([api.delivery(id), api.deliveryAttempts(id)])
  return { delivery, attempts }
})

/** What was sent about one request or movement, newest first. */
export const subjectDeliveries = createResource(
  async (subjectId: string) => (await api.deliveries({ subject_id: subjectId }, { limit: 20, offset: 0 })).rows,
)

export async function exportDeliveries(filter: DeliveryFilter, name: string): Promise<void> {
  await saveFile(`${name}.csv`, 'text/csv', await api.deliveriesCsv(filter))
}

export async function resendDelivery(id: string): Promise<void> {
  await api.resendDelivery(id)
  deliveryDetails.refresh(id)
  deliveryList.refresh()
}

/** Answers how many were queued. */
export async function resendDead(): Promise<number> {
  const { queued } = await api.resendDeadDeliveries()
  deliveryList.refresh()
  return queued
}
