import { Script } from 'node:vm'
import { invalid, messageOf } from '../errors.ts'
import { hooksReturned } from './returned-hooks.ts'

/** Bytes of UTF-8: with its escapes in JSON a script of this size still fits the body of a call. */
export const longestScript = 64 * 1024

const neededHooks = ['login', 'isAuthenticated', 'poll']

const asyncFunction = (async () => undefined).constructor as new (...text: string[]) => unknown

/**
 * Throws `script.empty`, `script.tooLarge`, `script.syntax` or `script.contract` for code that could not run (spec 9.1).
 * The code is compiled as the script room compiles it, and never run here: what it really returns shows in a dry run.
 */
export function checkScript(code: string): void {
  if (code.trim() === '') throw invalid('script.empty', 'code must not be empty')
  const bytes = Buffer.byteLength(code)
  if (bytes > longestScript)
    throw invalid(
      'script.tooLarge',
      `The script has ${bytes} bytes, more than ${longestScript}. Shorten it; nothing was stored.`,
    )
  try {
    new asyncFunction('page', 'context', code)
  } catch (error) {
    throw invalid(
      'script.syntax',
      `The script is no valid JavaScript: ${messageOf(error)}${placeOf(code)}. Nothing was stored.`,
    )
  }
  const returned = hooksReturned(code)
  if (returned.kind === 'nothing')
    throw invalid(
      'script.contract',
      'The script returns nothing: it must return a list of transactions or an object with login, isAuthenticated and poll.',
    )
  if (returned.kind !== 'hooks') return
  const absent = neededHooks.filter((name) => !returned.names.includes(name))
  if (absent.length > 0)
    throw invalid('script.contract', `The script returns hooks without ${absent.join(', ')}. Nothing was stored.`)
}

/** The function constructor does not say where; a wrapped script does. */
function placeOf(code: string): string {
  try {
    new Script(`async (page, context) => {\n${code}\n}`, { filename: 'script', lineOffset: -1 })
    return ''
  } catch (error) {
    const line = error instanceof Error ? /^script:(\d+)/.exec(error.stack ?? '')?.[1] : undefined
    if (line === undefined) return ''
    return Number(line) > code.split('\n').length ? ' (at its end)' : ` (line ${line})`
  }
}
