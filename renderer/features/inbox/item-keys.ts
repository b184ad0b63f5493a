import { useEffect } from 'react'
import { create } from 'zustand'

interface Offer {
  readonly label: string
  readonly run: () => void
}

/** What the item in focus offers; registered by its detail. */
export interface ItemKeys {
  readonly accept?: Offer
  readonly reject?: Offer
  /** How many candidates can be chosen by number. */
  readonly choices?: number
  readonly canMark?: boolean
}

interface Offered {
  readonly itemId: string | null
  readonly keys: ItemKeys
}

const nothing: Offered = { itemId: null, keys: {} }
const useOffered = create<Offered>(() => nothing)

/** The newest keys; what is drawn of them changes seldom, what they do with every drawing. */
let newest: ItemKeys = {}

const drawn = ({ accept, reject, choices, canMark }: ItemKeys): string =>
  JSON.stringify([accept?.label, reject?.label, choices, canMark])

/** Offers the keys of an item while its detail is on the screen. */
export function useOfferKeys(itemId: string, keys: ItemKeys): void {
  useEffect(() => {
    newest = keys
    const before = useOffered.getState()
    if (before.itemId !== itemId || drawn(before.keys) !== drawn(keys)) useOffered.setState({ itemId, keys })
  })
  useEffect(
    () => () => {
      if (useOffered.getState().itemId === itemId) useOffered.setState(nothing)
    },
    [itemId],
  )
}

const offerOf = (name: 'accept' | 'reject', offer: Offer | undefined): Offer | undefined =>
  offer && { label: offer.label, run: () => newest[name]?.run() }

/** What is offered for the item in focus now. */
export function useOfferedKeys(focus: string | null): ItemKeys {
  const { itemId, keys } = useOffered()
  if (itemId === null || itemId !== focus) return {}
  const accept = offerOf('accept', keys.accept)
  const reject = offerOf('reject', keys.reject)
  return { ...keys, ...(accept ? { accept } : {}), ...(reject ? { reject } : {}) }
}
