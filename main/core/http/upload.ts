import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { AppError, invalid } from '../errors.ts'

/** A file that was sent, kept on disk while it is worked on. */
export interface Upload {
  readonly path: string
  /** As the sender called it, without folders; for messages only, never used as a path. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** What a multipart form held: its one file and its text fields (a field sent twice keeps both values). */
export interface ReceivedForm {
  readonly file: Upload
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Removes the file; call it when the work is done, whatever came of it. */
  discard(): Promise<void>
}

/** At the start: what a crash left of uploads is read by nobody any more. */
export const forgetUploads = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

const gibibyte = 2 ** 30
const boundary = /^multipart\/form-data\s*;.*boundary=/i

/**
 * Streams a multipart form to a file in `folder`: nothing of it is held in memory, whatever its size. The file's field
 * is called `file`. Throws 400 without a file, with two, or without a form; `upload.tooLarge` past `mostBytes` (1 GiB
 * unless told otherwise). On every failure nothing stays behind.
 */
export async function receiveUpload(request: Request, folder: string, mostBytes = gibibyte): Promise<ReceivedForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!boundary.test(type) || !request.body)
    throw invalid('upload.notForm', 'Send the file as multipart/form-data in a field called "file"')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${randomUUID()}.part`)
  const discard = () => rm(path, { force: true })
  const fields = new Map<string, string[]>()
  const hash = createHash('sha256')
  let name: string | null = null
  let writing: Promise<void> = Promise.resolve()
  const broken = new AbortController()
  let isTooLarge = false
  let files = 0

  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { fileSize: mostBytes, fields: 50, fieldSize: 64 * 1024 },
  })
  form.on('field', (field, value) => fields.set(field, [...(fields.get(field) ?? []), value]))
  form.on('file', (field, stream, fileName) => {
    files += 1
    if (field !== 'file' || files > 1) {
      stream.resume()
      return
    }
    name = basename(fileName.replaceAll('\\', '/')) || 'file'
    stream.once('limit', () => {
      isTooLarge = true
    })
    const hashing = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    writing = pipeline(stream, hashing, createWriteStream(path, { mode: 0o600 }), { signal: broken.signal })
    // Awaited below; a failure before that is not an unhandled one.
    writing.catch(() => undefined)
  })
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form)
    await writing
  } catch (cause) {
    // The file may only now be opened, and opening makes it: gone is what is removed after the writer has ended.
    broken.abort()
    await writing.catch(() => undefined)
    await discard()
    throw new AppError('invalid', 'upload.broken', 'The upload broke off before its end. Send the file again.', {
      cause,
    })
  }
  if (isTooLarge) {
    await discard()
    throw new AppError(
      'invalid',
      'upload.tooLarge',
      `The file is larger than ${Math.floor(mostBytes / 2 ** 20)} MiB. Export a shorter period, or send it as several files.`,
    )
  }
  if (name === null || files !== 1) {
    await discard()
    throw invalid('upload.noFile', 'Send exactly one file, in a field called "file"')
  }
  const { size } = await stat(path)
  return { file: { path, name, bytes: size, sha256: hash.digest('hex') }, fields, discard }
}
