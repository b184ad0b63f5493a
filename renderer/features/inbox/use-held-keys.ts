import { useEffect, useEffectEvent } from 'react'
import { useKeyKeeper } from '../../shared/commands.ts'
import { useAnswering, useIsReady } from './item-keys.ts'
import { isAnswered, placeIn, useInbox } from './store.ts'
import type { Focus } from './use-focus.ts'

/** Keys that answer a question or are about it, and those that walk on. */
const answers = /^(?:[arxouz1-9]|Enter)$/i
const steps = /^(?:[jk]|ArrowUp|ArrowDown)$/i

/**
 * Between an answer and the next question nothing is on the screen that a key could be for. What is pressed in that moment
 * is kept in its order, and pressed again one by one as soon as the question that it is for is there. An answer that was
 * refused forgets them: the next question is not the one they were meant for.
 */
export function useHeldKeys(focus: Focus): void {
  const isOffered = useIsReady(focus.id)
  const isOver = useInbox((list) => focus.id !== null && placeIn(list, focus.id) < 0 && isAnswered(focus.id))
  const { count, keys } = useAnswering()
  const isReady = isOffered && !isOver

  const keep = useEffectEvent((event: KeyboardEvent): boolean => {
    const now = useAnswering.getState()
    const isStep = steps.test(event.key)
    if (!event.isTrusted || focus.id === null || (!isStep && !answers.test(event.key))) return false
    const isBusy = now.count > 0 || now.keys.length > 0
    // Whoever walks on does not wait for what lies on the way.
    if (!isBusy && (isStep || (isReady && !focus.isGoing()))) return false
    if (!event.repeat) useAnswering.setState({ keys: [...now.keys, event.key] })
    return true
  })
  useKeyKeeper(keep)

  const press = useEffectEvent(() => {
    const [key, ...rest] = useAnswering.getState().keys
    if (key === undefined || focus.isGoing()) return
    useAnswering.setState({ keys: rest })
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
  useEffect(() => {
    if (isReady && count === 0 && keys.length > 0) press()
  })
  useEffect(() => {
    if (focus.id === null) useAnswering.setState({ keys: [] })
  }, [focus.id])
  useEffect(() => () => useAnswering.setState({ keys: [] }), [])
}
