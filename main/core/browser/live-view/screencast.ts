import type { CDPSession } from 'playwright'
import { jpegWidth } from './jpeg-width.ts'

export interface Picture {
  readonly jpeg: Buffer
  /** Pixels of the picture across. */
  readonly pixels: number
  /** CSS pixels of the page. */
  readonly width: number
  readonly height: number
  readonly pageScale: number
  readonly offsetTop: number
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

export interface Screencast {
  /** Captures at most this many pixels; `null` stops. */
  show(size: PictureSize | null): Promise<void>
  close(): void
}

export interface ScreencastDeps {
  readonly session: CDPSession
  readonly onPicture: (picture: Picture) => void
  /** The picture has come to rest. */
  readonly onRest: () => void
}

/** Text stays clean at this quality, and a page of a bank stays near 100 kB. */
const quality = 80
const restMs = 120

/**
 * Running pictures of one page. A picture equal to the one before is left out.
 *
 * The browser keeps no more than two pictures on their way and drops the rest, also the last one of a burst: after a
 * burst the capture starts anew, which yields the page as it stands.
 */
export function createScreencast({ session, onPicture, onRest }: ScreencastDeps): Screencast {
  let wanted: PictureSize | null = null
  let running: PictureSize | null = null
  let work = Promise.resolve()
  let last = ''
  let burst = 0
  let rest: ReturnType<typeof setTimeout> | undefined

  // A page that closes meanwhile takes its session with it; there is nothing left to show then.
  const queue = (step: () => Promise<void>) => {
    work = work.then(step).catch(() => undefined)
    return work
  }
  const stop = async () => {
    running = null
    await session.send('Page.stopScreencast')
  }
  const start = async (size: PictureSize) => {
    const { width: maxWidth, height: maxHeight } = size
    running = size
    await session.send('Page.startScreencast', { format: 'jpeg', quality, maxWidth, maxHeight, everyNthFrame: 1 })
  }
  const again = () =>
    queue(async () => {
      const size = running
      if (size === null || wanted === null) return
      await stop()
      await start(size)
    })

  const rested = () => {
    const mayMissOne = burst > 1
    burst = 0
    if (mayMissOne) void again()
    onRest()
  }

  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
    if (wanted === null || data === last) return
    last = data
    burst += 1
    const jpeg = Buffer.from(data, 'base64')
    onPicture({
      jpeg,
      pixels: jpegWidth(jpeg),
      width: metadata.deviceWidth,
      height: metadata.deviceHeight,
      pageScale: metadata.pageScaleFactor,
      offsetTop: metadata.offsetTop,
    })
    clearTimeout(rest)
    rest = setTimeout(rested, restMs)
  })

  return {
    show(size) {
      wanted = size
      return queue(async () => {
        if (wanted?.width === running?.width && wanted?.height === running?.height) return
        clearTimeout(rest)
        if (running) await stop()
        last = ''
        burst = 0
        if (wanted) await start(wanted)
      })
    },
    close() {
      wanted = null
      last = ''
      clearTimeout(rest)
    },
  }
}
