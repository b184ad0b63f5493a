import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Mode, ProductSettings } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { loadAccounts } from '../accounts/store.ts'
import { chooseMode } from '../session/store.ts'
import { loadOverview } from '../shell/overview.ts'

export const useProductSettings = create<{ settings: ProductSettings | null; failure: Failure | null }>(() => ({
  settings: null,
  failure: null,
}))

export async function loadProductSettings(): Promise<void> {
  try {
    useProductSettings.setState({ settings: await api.productSettings(), failure: null })
  } catch (error) {
    useProductSettings.setState({ failure: asFailure(error) })
  }
}

export async function changeProductSettings(change: Partial<ProductSettings>): Promise<void> {
  useProductSettings.setState({ settings: await api.saveProductSettings(change) })
}

/** A real switch deletes what the old mode produced, so every figure on the screen is old afterwards. */
export async function switchMode(mode: Mode): Promise<void> {
  await chooseMode(mode)
  await Promise.all([loadAccounts(), loadOverview()])
}
