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
  /** What is needed to answer it is still on its way. */
  readonly isLoading?: boolean
}

interface Offered {
  readonly itemId: string | null
  readonly keys: ItemKeys
}

const nothing: Offered = { itemId: null, keys: {} }
const useOffered = create<Offered>(() => nothing)

/** The newest keys; what is drawn of them changes seldom, what they do with every drawing. */
let newest: ItemKeys = {}

const drawn = ({ accept, reject, choices, canMark, isLoading }: ItemKeys): string =>
  JSON.stringify([accept?.label, reject?.label, choices, canMark, isLoading])

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

/** Said in place of an item that could not be loaded. */
export function OffersNothing({ itemId }: { itemId: string }): null {
  useOfferKeys(itemId, {})
  return null
}

const offerOf = (name: 'accept' | 'reject', offer: Offer | undefined): Offer | undefined =>
  offer && { label: offer.label, run: () => newest[name]?.run() }

interface Answering {
  /** How many answers are on their way to the program. */
  readonly count: number
  /** What was pressed meanwhile, for what comes after; see `use-held-keys.ts`. */
  readonly keys: readonly string[]
}

export const useAnswering = create<Answering>(() => ({ count: 0, keys: [] }))

/** Carries an answer out, which tells whether it was taken; keys that are pressed meanwhile are for what comes after it. */
export async function answering(work: () => Promise<boolean>): Promise<void> {
  useAnswering.setState(({ count }) => ({ count: count + 1 }))
  let isTaken = false
  try {
    isTaken = await work()
  } finally {
    useAnswering.setState(({ count, keys }) => ({ count: count - 1, keys: isTaken ? keys : [] }))
  }
}

/** Whether the item in focus is on the screen, with what it offers. */
export function useIsReady(focus: string | null): boolean {
  const { itemId, keys } = useOffered()
  return itemId !== null && itemId === focus && keys.isLoading !== true
}

/** What is offered for the item in focus now. */
export function useOfferedKeys(focus: string | null): ItemKeys {
  const { itemId, keys } = useOffered()
  if (itemId === null || itemId !== focus) return {}
  const accept = offerOf('accept', keys.accept)
  const reject = offerOf('reject', keys.reject)
  return { ...keys, ...(accept ? { accept } : {}), ...(reject ? { reject } : {}) }
}
