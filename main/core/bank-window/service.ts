import { createLiveView, type LiveView } from '../browser/live-view/live-view.ts'
import type { ViewSize } from '../browser/live-view/types.ts'
import type { Log } from '../ports.ts'
import { minute } from '../time.ts'
import type { BankBrowser, BankWindow } from './types.ts'
import { createViewer, type Viewer } from './viewer.ts'

export interface BankWindowDeps {
  readonly log: Log
  /** How long a person who took over may be away before the script goes on. */
  readonly absenceMs?: number
}

interface Seat {
  readonly viewer: Viewer
  size: ViewSize
  watching: ReturnType<LiveView['watch']> | null
}

interface Live extends BankBrowser {
  readonly view: LiveView
}

/** One account's window: its browser, while one lives, and who looks. */
interface Room {
  live: Live | null
  readonly seats: Map<string, Seat>
  absence: ReturnType<typeof setTimeout> | undefined
}

/** Brings the browsers that live and the people who look together. Pictures and acts pass through and are not kept. */
export function createBankWindow({ log, absenceMs = 2 * minute }: BankWindowDeps): BankWindow {
  const rooms = new Map<string, Room>()
  let pixelRatio = 1

  const roomOf = (accountId: string): Room => {
    const room = rooms.get(accountId) ?? { live: null, seats: new Map(), absence: undefined }
    rooms.set(accountId, room)
    return room
  }
  const tidy = (accountId: string, room: Room) => {
    if (room.live === null && room.seats.size === 0) rooms.delete(accountId)
  }

  const show = (live: Live, seat: Seat) => {
    seat.viewer.send({ type: 'live', live: true, bankName: live.bankName })
    seat.viewer.send({ type: 'acting', acting: live.control.acting })
    seat.watching = live.view.watch(seat.size, { frame: seat.viewer.frame, message: seat.viewer.send })
  }
  const showNothing = (seat: Seat, bankName: string) => {
    seat.watching = null
    seat.viewer.send({ type: 'live', live: false, bankName })
  }

  /** A person who asked for control and went away must not keep the script waiting for ever. */
  const watchAbsence = (room: Room) => {
    clearTimeout(room.absence)
    const acting = room.live?.control.acting
    if (room.seats.size > 0 || acting?.actor !== 'person' || acting.reason !== 'asked') return
    room.absence = setTimeout(() => room.live?.control.handBack(), absenceMs)
    room.absence.unref()
  }

  return {
    attach(accountId, browser) {
      const room = roomOf(accountId)
      const { context, control } = browser
      const view = createLiveView({ context, isPersonActing: () => control.acting.actor === 'person', log })
      const live: Live = { ...browser, view }
      const unsubscribe = control.onChange((acting) => {
        if (acting.actor === 'script') view.release()
        for (const { viewer } of room.seats.values()) viewer.send({ type: 'acting', acting })
        watchAbsence(room)
      })
      room.live = live
      for (const seat of room.seats.values()) show(live, seat)

      return () => {
        unsubscribe()
        view.close()
        if (room.live !== live) return
        room.live = null
        clearTimeout(room.absence)
        for (const seat of room.seats.values()) showNothing(seat, browser.bankName)
        tidy(accountId, room)
      }
    },

    liveOf: (accountId) => rooms.get(accountId)?.live ?? null,
    get pixelRatio() {
      return pixelRatio
    },

    state(accountId) {
      const { live = null, seats } = rooms.get(accountId) ?? {}
      return {
        live: live !== null,
        acting: live?.control.acting ?? null,
        bankName: live?.bankName ?? null,
        origin: live?.view.facts.origin ?? null,
        title: live?.view.facts.title ?? null,
        viewers: seats?.size ?? 0,
      }
    },

    look(accountId, { id, size, lifeMs }) {
      pixelRatio = size.dpr
      const room = roomOf(accountId)
      const leave = () => {
        seat.watching?.stop()
        if (room.seats.get(id) === seat) room.seats.delete(id)
        watchAbsence(room)
        tidy(accountId, room)
      }
      const seat: Seat = { viewer: createViewer(lifeMs, leave), size, watching: null }
      // The same viewer again has lost its line: the old one is dead.
      room.seats.get(id)?.viewer.end()
      room.seats.set(id, seat)
      rooms.set(accountId, room)
      watchAbsence(room)
      if (room.live) show(room.live, seat)
      else showNothing(seat, '')
      return seat.viewer
    },

    resize(accountId, viewerId, size) {
      const seat = rooms.get(accountId)?.seats.get(viewerId)
      if (!seat) return false
      pixelRatio = size.dpr
      seat.size = size
      seat.watching?.resize(size)
      return true
    },
  }
}
