import type { BrowserContext, CDPSession, Page } from 'playwright'
import { forward } from './forward-input.ts'
import type { InputEvent } from './input-events.ts'
import { markedText, offerPaste, orElse } from './look.ts'
import { createLooks } from './looks.ts'
import { followFacts, type PageFacts } from './page-facts.ts'
import { createPressed } from './pressed.ts'
import { createScreencast, type Picture } from './screencast.ts'
import { createSharpness } from './sharpness.ts'
import type { Choices, Rect, ViewSize } from './types.ts'

/** What the viewers are told of the page on top. */
export interface ShownPageEvents {
  picture(picture: Picture): void
  facts(facts: PageFacts): void
  cursor(shape: string): void
  focus(field: Rect | null): void
  choices(choices: Choices | null): void
}

/** The page on top, with its own line to the browser. */
export interface ShownPage {
  readonly page: Page
  readonly facts: PageFacts
  /** Shows pictures of this size; `null`: nobody looks, nothing is captured. */
  show(size: ViewSize | null): Promise<void>
  /** Carries out one act; the marked text for `copy` and `cut`. */
  act(event: InputEvent): Promise<string | null>
  /** The page is in a dialog: what was sent is answered later. */
  inDialog(): void
  /** Lets go of buttons and keys that are still down. */
  release(): Promise<void>
  close(): void
}

/** How long the next event waits for a page to take notice of this one; the browser keeps the order after that. */
const patienceMs = 1000
/** The next key may belong to another document, which has its own queue. */
const mayMoveFocus = new Set(['Tab', 'Enter', 'Escape', ' '])

export async function showPage(context: BrowserContext, page: Page, on: ShownPageEvents): Promise<ShownPage> {
  const session = await context.newCDPSession(page)
  const facts = await followFacts(page, session, on.facts)
  const cast = createScreencast({
    session,
    onPicture(picture) {
      on.picture(picture)
      sharpness.noticed(picture)
    },
    onRest() {
      sharpness.rested()
      void facts.refresh()
    },
  })
  const sharpness = createSharpness(cast.show)
  const pressed = createPressed((event) => forward(session, event))
  const looks = createLooks(page, on)

  let goOn = () => {}

  // A press that opens a dialog is answered when the dialog is; a page that closes does not answer at all.
  const settle = (sent: Promise<unknown>) =>
    new Promise<void>((resolve) => {
      goOn = resolve
      const timer = setTimeout(resolve, patienceMs)
      sent
        .then(
          () => resolve(),
          () => resolve(),
        )
        .finally(() => clearTimeout(timer))
    })

  // Keys that only type need not wait for each other: the browser keeps their order.
  let typed: Promise<unknown> = Promise.resolve()

  async function act(event: InputEvent): Promise<string | null> {
    sharpness.touched()
    if (event.type !== 'key') await settle(typed)
    switch (event.type) {
      case 'mouse':
        looks.pointer(event)
        if (event.act === 'down' && event.button === 'left' && (await looks.openList(event))) return null
        pressed.note(event)
        if (event.act === 'move') forward(session, event).catch(() => undefined)
        else await settle(forward(session, event))
        if (event.act === 'up') looks.clicked(event)
        return null
      case 'wheel':
        looks.closeList()
        forward(session, event).catch(() => undefined)
        return null
      case 'key':
        looks.closeList()
        pressed.note(event)
        typed = forward(session, event).catch(() => undefined)
        if (mayMoveFocus.has(event.key)) await settle(typed)
        looks.focus()
        return null
      case 'compose':
      case 'text':
        await settle(forward(session, event))
        return null
      case 'paste':
        if (!(await orElse(false, offerPaste(page, event.text))))
          await settle(forward(session, { ...event, type: 'text' }))
        looks.focus()
        return null
      case 'copy':
        return orElse('', markedText(page))
      case 'cut': {
        const text = await orElse('', markedText(page))
        if (text !== '') await settle(deleteMarked(session))
        return text
      }
      case 'choose':
        await looks.choose(event.id, event.index)
        return null
      case 'page':
        await move(page, event.act)
        return null
    }
  }

  return {
    page,
    get facts() {
      return facts.facts
    },
    show: sharpness.want,
    act,
    inDialog: () => goOn(),
    release: pressed.release,
    close() {
      cast.close()
      facts.close()
      looks.close()
      // What was pressed here would stay down: its end belongs to the page that comes next.
      pressed
        .release()
        .then(() => session.detach())
        .catch(() => undefined)
    },
  }
}

const deleteMarked = (session: CDPSession) =>
  session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Delete',
    code: 'Delete',
    windowsVirtualKeyCode: 46,
    commands: ['deleteForward'],
  })

/** Back, again or away, without waiting for what comes. */
async function move(page: Page, act: 'back' | 'reload' | 'close'): Promise<void> {
  if (act === 'close') return void page.close({ runBeforeUnload: true }).catch(() => undefined)
  const going = act === 'back' ? page.goBack({ waitUntil: 'commit' }) : page.reload({ waitUntil: 'commit' })
  going.catch(() => undefined)
}
