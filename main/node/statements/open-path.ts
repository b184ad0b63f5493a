import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type ArchiveSource, openArchive } from '../../core/statements/archive.ts'
import { containerOf } from '../../core/statements/detect.ts'
import { StatementError } from '../../core/statements/failure.ts'

/** One file to read: the path as it was given, or a member of an archive ("a.zip/b.xml"). */
export interface Openable {
  readonly name: string
  /** Members with the same bytes that are not read again. */
  readonly copies: readonly string[]
  /** May be called once. Fails with `file_changed` when the file was written meanwhile. */
  bytes(): AsyncGenerator<Uint8Array, void, undefined>
}

/** A file, or what an archive holds. Throws `StatementError` for what cannot be opened. */
export async function openPath(path: string): Promise<readonly Openable[]> {
  const place = await placeOf(path)
  const version = await versionOf(place)
  const watched = (bytes: () => AsyncIterable<Uint8Array>) => () => unchanged(place, version, bytes())
  if (containerOf(await firstBytes(place)) !== 'zip')
    return [{ name: path, copies: [], bytes: watched(() => createReadStream(place)) }]
  const { members, duplicates } = await openArchive(archiveAt(place, version.size))
  return members.map((member) => ({
    name: `${path}/${member.path}`,
    copies: duplicates.filter(({ sameAs }) => sameAs === member.path).map((copy) => copy.path),
    bytes: watched(() => member.bytes()),
  }))
}

type Place = string | Buffer

/**
 * A name that is not UTF-8 arrives with U+FFFD for the bytes that are none. The folder knows the bytes: where exactly one
 * of its names looks like the given one, that one is meant.
 */
async function placeOf(path: string): Promise<Place> {
  if (!path.includes('\ufffd')) return path
  const folder = dirname(path)
  const names = await readdir(folder, { encoding: 'buffer' }).catch(() => [])
  const alike = names.filter((name) => name.toString() === basename(path))
  const [only] = alike
  return only === undefined || alike.length > 1 ? path : Buffer.concat([Buffer.from(`${folder}/`), only])
}

interface FileVersion {
  readonly size: number
  readonly changedAt: number
}

const words: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['file_not_found', 'There is no such file.'],
  EACCES: ['file_unreadable', 'The file may not be read by this user.'],
  EPERM: ['file_unreadable', 'The file may not be read by this user.'],
}

async function versionOf(path: Place): Promise<FileVersion> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const [code, message] = words[error.code ?? ''] ?? ['file_unreadable', 'The file cannot be opened.']
    throw new StatementError(code, message)
  })
  if (!found.isFile()) throw new StatementError('file_not_plain', 'This is a folder or device, not a file.')
  return { size: found.size, changedAt: found.mtimeMs }
}

async function firstBytes(path: Place): Promise<Uint8Array> {
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    throw new StatementError('file_unreadable', 'The file may not be read by this user.')
  }
}

const archiveAt = (path: Place, size: number): ArchiveSource => ({
  size,
  stream: (start, end) => (end <= start ? nothing() : createReadStream(path, { start, end: end - 1 })),
})

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {}

async function* unchanged(path: Place, before: FileVersion, bytes: AsyncIterable<Uint8Array>) {
  yield* bytes
  const after = await versionOf(path)
  if (after.size !== before.size || after.changedAt !== before.changedAt)
    throw new StatementError('file_changed', 'The file was written while it was read. Wait until it is complete.')
}
