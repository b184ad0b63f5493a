import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStore } from 'zustand'
import { type Command, isKept, useCommands } from '../../shared/commands.ts'
import { isWhole } from '../../shared/list/list-window.ts'
import { isTyping } from '../../shared/typing.ts'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { answerAll } from './answers.ts'
import { answering, useOfferedKeys } from './item-keys.ts'
import { placeOf } from './item-kinds.ts'
import { inboxItems, itemIn, placeIn, takeBack, toggleMarked, useInbox, useSitting } from './store.ts'
import type { Focus } from './use-focus.ts'
import { useHeldKeys } from './use-held-keys.ts'

export interface KeyHint {
  readonly id: string
  readonly keys: readonly string[]
  readonly label: string
  readonly run: () => void
}

/** The keys of the inbox: in the palette, in the list of keys, as hints, and for those who press them. */
export function useInboxKeys(focus: Focus): KeyHint[] {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const navigate = useNavigate()
  const { accept, reject, choices = 0, canMark } = useOfferedKeys(focus.id)
  const listed = useInbox((list) => itemIn(list, focus.id))
  const unlisted = useStore(inboxItems.store, ({ byId }) => (focus.id === null ? undefined : byId[focus.id]?.data))
  const item = listed ?? unlisted
  const waiting = useInbox(({ total }) => total ?? 0)
  const decision = useSitting(({ decisions }) => decisions.at(-1))
  const everMarked = useSitting((sitting) => sitting.marked)
  const held = useInbox((list) => list)
  // What was settled elsewhere needs no answer any more; of a list that is not held as a whole the program knows.
  const marked = everMarked.filter(({ id }) => !isWhole(held) || placeIn(held, id) >= 0)

  const acceptMarked =
    marked.length === 0
      ? undefined
      : {
          label: t('inbox.acceptMarked', { n: number(marked.length) }),
          run: () => void answering(() => act(() => answerAll(marked))),
        }
  const undo =
    decision === undefined
      ? undefined
      : {
          label: t('inbox.undo', { what: decision.about }),
          run: () =>
            void answering(() =>
              act(async () => {
                // What is no question any more has no place here; its own page shows it.
                if (await takeBack(decision)) focus.go(decision.itemId)
                else notifications.show({ message: t('inbox.undone', { what: decision.about }), withBorder: true })
              }),
            ),
        }
  const first = acceptMarked ?? accept
  const open = item && { label: t(`inbox.open.${item.kind}`), run: () => void navigate(placeOf(item)) }

  const rows: (Command & { keys: string[] })[] = []
  const add = (
    name: string,
    keys: string[],
    key: string,
    what: Pick<Command, 'label' | 'run' | 'repeats'> | undefined,
  ) => {
    if (what) rows.push({ id: `inbox.${name}`, keys, key, ...what })
  }
  if (waiting > 0) {
    add('next', ['J', '↓'], 'j', { label: t('inbox.next'), run: () => focus.move(1), repeats: true })
    add('previous', ['K', '↑'], 'k', { label: t('inbox.previous'), run: () => focus.move(-1), repeats: true })
  }
  add('accept', ['A', 'Enter'], 'a', first)
  add('reject', ['R'], 'r', reject)
  if (canMark && item) add('mark', ['X'], 'x', { label: t('inbox.markKey'), run: () => toggleMarked(item) })
  add('open', ['O'], 'o', open)
  add('undo', ['Z'], 'z', undo)
  useCommands(rows)
  useHeldKeys(focus)

  const press = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey
    if (isUndo && !(event.target instanceof HTMLElement && event.target.closest('input, textarea'))) {
      event.preventDefault()
      return undo?.run()
    }
    if (isTyping(event)) return
    const isOnControl = event.target instanceof HTMLElement && event.target.closest('button, a') !== null
    // Enter on a button is for that button.
    if (event.key.length > 1 && !(isOnControl && event.key === 'Enter') && isKept(event)) return event.preventDefault()
    const run = {
      ArrowDown: () => focus.move(1),
      ArrowUp: () => focus.move(-1),
      Enter: isOnControl || event.repeat ? undefined : first?.run,
      u: event.repeat ? undefined : undo?.run,
    }[event.key]
    if (!run) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const hints = rows.map(({ id: name, keys, label, run }) => ({ id: name.replace('inbox.', ''), keys, label, run }))
  if (choices === 0) return hints
  const choose = { id: 'choose', keys: choices === 1 ? ['1'] : [`1–${choices}`], label: t('inbox.choose'), run() {} }
  return [...hints.slice(0, 2), choose, ...hints.slice(2)]
}
