import { second } from '../time.ts'

/** Time limits of a reading in ms (spec 2.3, 4). */
export interface Limits {
  readonly launchMs: number
  readonly scriptMs: number
  readonly closeMs: number
  readonly runMs: number
  readonly authSimpleMs: number
  readonly authAssistedMs: number
  readonly authCheckMs: number
}

export const usualLimits: Limits = {
  launchMs: 60 * second,
  scriptMs: 600 * second,
  closeMs: 30 * second,
  runMs: 780 * second,
  authSimpleMs: 30 * second,
  authAssistedMs: 300 * second,
  authCheckMs: 1500,
}
