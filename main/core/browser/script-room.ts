import { randomBytes } from 'node:crypto'
import type { Browser, CDPSession } from 'playwright'
import { z } from 'zod'
import { messageOf } from '../errors.ts'
import type { Log } from '../ports.ts'
import { second } from '../time.ts'
import { actionNames, longestLine, readCall } from './action-inputs.ts'
import { furnishRoom } from './room-interior.ts'
import type { PageActions } from './types.ts'
import { within } from './within.ts'

/** What a code looks like (spec 1.12). */
export const otpDescriptor = z.object({
  length: z.number().int().min(1).max(32),
  type: z.enum(['numeric', 'alphanumeric']),
  purpose: z.string().max(100).optional(),
})
export type OtpDescriptor = z.infer<typeof otpDescriptor>

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

export interface ScriptRoomDeps {
  readonly browser: Browser
  /** A host guard that allows nothing: whatever gets past the other walls ends there. */
  readonly deadEndUrl: string
  readonly actions: PageActions
  readonly onLine: (line: string) => void
  /** Told before every act on the bank page. */
  readonly onAct?: (action: keyof PageActions) => void
  /** `resend` runs the script's own "send again". Absent: the script leaves the page to a person. */
  readonly requestOtp?: (descriptor: OtpDescriptor, resend: () => Promise<void>) => Promise<string>
  readonly log: Log
}

/** A blank page without network in which one bank script lives, with one checked way to the bank page. */
export interface ScriptRoom {
  run(code: string, facts: ScriptFacts, limitMs: number): Promise<ScriptResult>
  hook(name: 'login' | 'isAuthenticated' | 'poll' | 'keepAlive', limitMs: number): Promise<unknown>
  /** Ends the script wherever it is. */
  close(): Promise<void>
}

const address = 'https://script-room.invalid/'
// A secure origin for crypto.subtle, yet an opaque one without storage, popups, workers, frames or any request.
const policy = "default-src 'none'; script-src 'unsafe-eval'; sandbox allow-scripts"
const longestMessage = 5_000_000
const mostOpenCalls = 256

const callText = z.object({
  id: z.number().int().min(1),
  action: z.string().max(100),
  args: z.array(z.unknown()).max(8),
})

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
    page.on('close', () => end(new ScriptError('the script room was closed')))
    context.on('page', (other) => other.close().catch(() => undefined))
    const leave = (reason: string) => {
      end(new ScriptError(reason))
      context.close().catch((error) => deps.log.debug('room_close', { message: messageOf(error) }))
    }

    const session = await context.newCDPSession(page)
    const interior = await furnish(session, deps, leave)

    const ask = async (method: string, args: readonly unknown[], limitMs: number): Promise<unknown> => {
      const late = () => new ScriptError(`timeout: the script did not end within ${limitMs / second} s`)
      const answer = await within(limitMs, late, Promise.race([interior.call(method, args), ended])).catch(
        async (error) => {
          // What does not answer in time may never do so: the room goes, and the script with it.
          await context.close()
          throw error
        },
      )
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
    serve(deps, payload, (id) => call('resend', [id]))
      .then((reply) => (reply === null ? undefined : call('answer', [reply])))
      // The room was closed while the act was under way.
      .catch((error) => deps.log.debug('room_answer_lost', { message: messageOf(error) }))
      .finally(() => {
        open -= 1
      })
  })
  return { call }
}

/** Carries out one call from the room; the answer is JSON text, or `null` when the call cannot even be answered. */
async function serve(
  deps: ScriptRoomDeps,
  payload: string,
  resend: (id: number) => Promise<unknown>,
): Promise<string | null> {
  const read = payload.length > longestMessage ? null : callText.safeParse(parseOrNull(payload))
  if (!read?.success) return null
  const { id, action, args } = read.data
  try {
    return JSON.stringify({ id, value: (await perform(deps, action, args, () => resend(id))) ?? null })
  } catch (error) {
    return JSON.stringify({ id, error: messageOf(error) })
  }
}

async function perform(
  deps: ScriptRoomDeps,
  action: string,
  args: readonly unknown[],
  resend: () => Promise<unknown>,
): Promise<unknown> {
  if (action === 'debugLog') {
    deps.onLine(z.string().max(longestLine).parse(args[0]))
    return null
  }
  if (action === 'requestOtp') {
    if (!deps.requestOtp) throw new Error('no code can be asked for here')
    const descriptor = otpDescriptor.safeParse(args[0])
    if (!descriptor.success) throw new Error('requestOtp needs { length, type: "numeric" or "alphanumeric", purpose? }')
    return deps.requestOtp(descriptor.data, async () => void (await resend()))
  }
  const call = readCall(action, args)
  if (call instanceof Error) throw call
  deps.onAct?.(call.name)
  const act = deps.actions[call.name] as (...given: unknown[]) => Promise<unknown>
  return act(...call.args)
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A script that found the channel and sends noise gets no answer.
    return null
  }
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
