import { randomBytes } from 'node:crypto'
import type { Browser, CDPSession } from 'playwright'
import { z } from 'zod'
import { messageOf } from '../errors.ts'
import type { Log } from '../ports.ts'
import { second } from '../time.ts'
import { actionNames, longestLine } from './action-inputs.ts'
import { answerCall, longestMessage, parseOrNull, type RoomDoor } from './room-door.ts'
import { furnishRoom } from './room-interior.ts'
import { type RoomRefusal, watchRefusals } from './room-refusals.ts'
import { withinActive } from './within.ts'

/** Plain values that a script gets beside the page (spec 9.2). */
export interface ScriptFacts {
  readonly accountId: string
  readonly username: string
  readonly password: string
  readonly lastExternalId: string | null
  readonly loginUrl: string | null
  readonly timeZone: string
}

export type ScriptResult =
  | { readonly kind: 'list'; readonly value: unknown }
  | { readonly kind: 'hooks'; readonly hooks: readonly string[] }
  | { readonly kind: 'other'; readonly type: string }

/** What the script threw, in its own words. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError'
  readonly scriptStack: string | null

  constructor(message: string, stack: string | null = null) {
    super(message)
    this.scriptStack = stack
  }
}

export interface ScriptRoomDeps extends RoomDoor {
  readonly browser: Browser
  /** A host guard that allows nothing: whatever gets past the other walls ends there. */
  readonly deadEndUrl: string
  readonly log: Log
  /** Told of every way out that was refused to the script. */
  readonly onRefused?: (refusal: RoomRefusal) => void
  /** Milliseconds, so far, during which a person had the page: limits of the script do not count them. */
  readonly pausedMs?: () => number
}

/** A blank page without network in which one bank script lives, with one checked way to the bank page. */
export interface ScriptRoom {
  run(code: string, facts: ScriptFacts, limitMs: number): Promise<ScriptResult>
  hook(name: 'login' | 'isAuthenticated' | 'poll' | 'keepAlive', limitMs: number): Promise<unknown>
  /** False once the script has ended, by itself or by its limit. */
  readonly isOpen: boolean
  /** Ends the script wherever it is. */
  close(): Promise<void>
}

const address = 'https://script-room.invalid/'
// A secure origin for crypto.subtle, yet an opaque one without storage, popups, workers, frames or any request.
const policy = "default-src 'none'; script-src 'unsafe-eval'; sandbox allow-scripts"
const mostOpenCalls = 256

export async function openScriptRoom(deps: ScriptRoomDeps): Promise<ScriptRoom> {
  const context = await deps.browser.newContext({
    offline: true,
    serviceWorkers: 'block',
    acceptDownloads: false,
    proxy: { server: deps.deadEndUrl, bypass: '<-loopback>' },
  })
  try {
    await context.route('**/*', (route) =>
      route.request().url() === address
        ? route.fulfill({
            contentType: 'text/html',
            headers: { 'content-security-policy': policy },
            body: '<!doctype html>',
          })
        : route.abort(),
    )
    const page = await context.newPage()
    await page.goto(address)

    let end = (_: Error): void => undefined
    const ended = new Promise<never>((_, reject) => {
      end = reject
    })
    ended.catch(() => undefined)
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) leave('the script left its room')
    })
    page.on('crash', () => leave('the script used up its memory'))
    let isOpen = true
    page.on('close', () => {
      isOpen = false
      end(new ScriptError('the script room was closed'))
    })
    context.on('page', (other) => other.close().catch(() => undefined))
    const leave = (reason: string) => {
      isOpen = false
      end(new ScriptError(reason))
      context.close().catch((error) => deps.log.debug('room_close', { message: messageOf(error) }))
    }

    const session = await context.newCDPSession(page)
    await watchRefusals(session, deps.onRefused ?? (() => undefined))
    const interior = await furnish(session, deps, leave)

    const ask = async (method: string, args: readonly unknown[], limitMs: number): Promise<unknown> => {
      const late = () => new ScriptError(`timeout: the script did not end within ${limitMs / second} s`)
      const work = Promise.race([interior.call(method, args), ended])
      const answer = await withinActive(limitMs, deps.pausedMs ?? (() => 0), late, work).catch(async (error) => {
        // What does not answer in time may never do so: the room goes, and the script with it.
        await context.close()
        throw error
      })
      return readAnswer(answer)
    }

    return {
      async run(code, facts, limitMs) {
        const result = resultShape.safeParse(
          await ask('run', [code, JSON.stringify(facts), deps.requestOtp !== undefined], limitMs),
        )
        if (!result.success) throw unreadable()
        return result.data
      },
      hook: (name, limitMs) => ask('hook', [name], limitMs),
      get isOpen() {
        return isOpen
      },
      close: () => context.close(),
    }
  } catch (error) {
    await context.close()
    throw error
  }
}

interface Interior {
  call(method: string, args: readonly unknown[]): Promise<unknown>
}

/**
 * Speaks the debugging protocol directly: Playwright's own `exposeBinding` leaves a channel in the page through which a
 * malformed message would end this process.
 */
async function furnish(session: CDPSession, deps: ScriptRoomDeps, leave: (reason: string) => void): Promise<Interior> {
  const binding = `room_${randomBytes(8).toString('hex')}`
  await Promise.all([session.send('Runtime.enable'), session.send('Runtime.addBinding', { name: binding })])
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(${furnishRoom.toString()})(${[binding, actionNames, longestMessage, longestLine].map((each) => JSON.stringify(each)).join(', ')})`,
  })
  const objectId = result.objectId
  if (!objectId || exceptionDetails)
    throw new Error(`the script room could not be furnished: ${exceptionDetails?.text}`)

  const call = async (method: string, args: readonly unknown[]): Promise<unknown> => {
    const answer = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function (...args) { return this.${method}(...args) }`,
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    })
    return answer.result.value
  }

  let open = 0
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== binding) return
    open += 1
    if (open > mostOpenCalls) return leave('the script asked for too much at once')
    answerCall(deps, payload, (id) => call('resend', [id]))
      .then((reply) => (reply === null ? undefined : call('answer', [reply])))
      // The room was closed while the act was under way.
      .catch((error) => deps.log.debug('room_answer_lost', { message: messageOf(error) }))
      .finally(() => {
        open -= 1
      })
  })
  return { call }
}

const answerShape = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), message: z.string(), stack: z.string().nullable() }),
])
const resultShape = z.union([
  z.object({ kind: z.literal('list'), value: z.unknown() }),
  z.object({ kind: z.literal('hooks'), hooks: z.array(z.string()) }),
  z.object({ kind: z.literal('other'), type: z.string() }),
])

const unreadable = () => new ScriptError('the script returned something unreadable')

function readAnswer(text: unknown): unknown {
  const read = answerShape.safeParse(typeof text === 'string' ? parseOrNull(text) : null)
  if (!read.success) throw unreadable()
  if (!read.data.ok) throw new ScriptError(read.data.message, read.data.stack)
  return read.data.result
}
