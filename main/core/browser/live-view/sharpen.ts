import type { CDPSession } from 'playwright'
import type { Picture } from './screencast.ts'

/**
 * The running picture never has more pixels than the page has CSS pixels, which is soft on a fine screen or in a large
 * window. Once the page rests, one picture with all the pixels the viewer can show takes its place.
 */
export interface Sharpener {
  /** A running picture arrived. */
  live(picture: Picture): void
  /** The running picture has come to rest. */
  rested(): void
  /** A person acted: pictures have to be quick again. */
  touched(): void
  /** Pixels the viewer can show across; 0 when nobody looks. */
  want(width: number): void
  close(): void
}

const quality = 85
/** Less than this much more is not worth a second picture. */
const gain = 1.15
/** A page that moves more often than this, e.g. more often than a caret blinks, is shown running. */
const calmMs = 400
/** Taking a picture makes the browser draw, and it sends what it drew, sometimes in a passing state. */
const echoMs = 80

export function createSharpener(deps: {
  readonly session: CDPSession
  readonly publish: (picture: Picture, isStill: boolean) => void
}): Sharpener {
  const { session, publish } = deps
  let wanted = 0
  let latest: Picture | null = null
  let shownAt = 0
  let isResting = false
  let isTaking = false
  let isUrgent = false
  let echo: Picture | null = null
  let lastEcho = ''
  let isClosed = false

  const canGain = () => latest !== null && wanted > latest.width * gain

  const take = async () => {
    const of = latest
    if (of === null || isTaking || isClosed || !canGain()) return
    isTaking = true
    isUrgent = false
    echo = null
    try {
      const { cssVisualViewport: view } = await session.send('Page.getLayoutMetrics')
      const scale = Math.min(wanted / of.width, 3)
      const clip = { x: view.pageX, y: view.pageY, width: view.clientWidth, height: view.clientHeight, scale }
      const { data } = await session.send('Page.captureScreenshot', { format: 'jpeg', quality, clip })
      if (latest === of && !isClosed) {
        isResting = true
        shownAt = performance.now()
        publish({ ...of, data }, true)
      }
    } catch {
      // The page closed or went elsewhere; the running picture tells.
    }
    setTimeout(() => {
      isTaking = false
      const changed = echo
      if (changed === null || isClosed || changed.data === of.data || changed.data === lastEcho) return
      lastEcho = changed.data
      live(changed)
    }, echoMs)
  }

  const live = (picture: Picture) => {
    if (isTaking && !isUrgent) {
      echo = picture
      return
    }
    latest = picture
    if (isResting && !isTaking && canGain() && performance.now() - shownAt > calmMs) void take()
    else {
      isResting = false
      publish(picture, false)
    }
  }

  return {
    live,
    rested() {
      if (!isResting) void take()
    },
    touched() {
      isResting = false
      isUrgent = true
      lastEcho = ''
    },
    want(width) {
      wanted = width
      isResting = false
      if (width === 0) latest = null
    },
    close() {
      isClosed = true
      latest = null
      echo = null
    },
  }
}
