import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { KeyHolder } from '../core/ports.ts'
import { keyLength, openWrapped, sealKey, secretsUnavailable } from './wrap-key.ts'

/**
 * Wraps the data key with a random key in a file that only its owner may read. The file is made at the first wrapping
 * and never replaced: a missing file at a later start is said, not papered over with a new key.
 */
export function createKeyFileHolder(file: string): KeyHolder {
  return {
    kind: 'key-file',
    wrap: async (dataKey) => sealKey('key-file', readOrMakeKey(file), dataKey),
    unwrap: async (wrapped) => openWrapped('key-file', () => readKey(file), wrapped),
  }
}

function readOrMakeKey(file: string): Buffer {
  const fresh = randomBytes(keyLength)
  try {
    writeFileSync(file, fresh.toString('base64'), { flag: 'wx', mode: 0o600 })
    return fresh
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readKey(file)
  }
}

function readKey(file: string): Buffer {
  let text: string
  try {
    // Windows keeps rights in access lists; the user's profile folder is private there by default.
    const mode = statSync(file).mode & 0o777
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw secretsUnavailable(
        `The key file ${file} can be read by others (mode ${mode.toString(8)}). Run: chmod 600 "${file}" and start again.`,
      )
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw secretsUnavailable(
      `The key file ${file} is missing, and the stored passwords cannot be opened without it. Put the file back from a copy.`,
      cause,
    )
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== keyLength) throw secretsUnavailable(`The key file ${file} is damaged. Put it back from a copy.`)
  return key
}
