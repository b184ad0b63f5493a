import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { type ArchiveSource, openArchive } from '../statements/archive.ts'
import { containerOf } from '../statements/detect.ts'
import { StatementError } from '../statements/failure.ts'
import type { StatementWarning } from '../statements/types.ts'

/** One file to read: what was sent itself, or a member of the archive that was sent. */
export interface FileMember {
  /** Path within the archive; null for a file that is none. For display only. */
  readonly path: string | null
  readonly bytes: number
  read(): AsyncIterable<Uint8Array>
}

export interface FileMembers {
  /** What is to be read. */
  readonly members: readonly FileMember[]
  /** Paths of members that the caller left out. */
  readonly leftOut: readonly string[]
  /** Members with the bytes of another one. */
  readonly duplicates: readonly { readonly path: string; readonly sameAs: string }[]
}

/**
 * Opens a file on disk: one member, or those of an archive without the paths in `excluded` (ledger specification 4.9).
 * Throws `StatementError`.
 */
export async function openMembers(path: string, excluded: readonly string[]): Promise<FileMembers> {
  const { size } = await stat(path)
  if ((await containerAt(path)) !== 'zip')
    return { members: [{ path: null, bytes: size, read: () => createReadStream(path) }], leftOut: [], duplicates: [] }
  const source: ArchiveSource = {
    size,
    stream: (start, end) => (end > start ? createReadStream(path, { start, end: end - 1 }) : nothing()),
  }
  const { members, duplicates } = await openArchive(source)
  const wanted = members.filter((member) => !excluded.includes(member.path))
  if (wanted.length === 0)
    throw new StatementError(
      'archive_left_out',
      'Every file of the archive was left out. Take in at least one, or cancel the import.',
    )
  return {
    members: wanted.map((member) => ({ path: member.path, bytes: member.size, read: () => member.bytes() })),
    leftOut: members.flatMap((member) => (excluded.includes(member.path) ? member.path : [])),
    duplicates,
  }
}

/** What is to be said of the files of an archive that were not read. */
export const membersNotRead = ({ leftOut, duplicates }: Omit<FileMembers, 'members'>): StatementWarning[] => [
  ...duplicates.map(({ path, sameAs }) => ({
    code: 'duplicate_member',
    params: { path, sameAs },
    message: `${path} is the same file as ${sameAs}; it was read once.`,
  })),
  ...leftOut.map((path) => ({
    code: 'member_excluded',
    params: { path },
    message: `${path} was left out as asked; nothing of it was read.`,
  })),
]

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function containerAt(path: string) {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return containerOf(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

export interface Watched {
  readonly bytes: AsyncIterable<Uint8Array>
  /** Of all bytes; call it when they were read to the end. */
  sha256(): string
}

/** Passes bytes on, counts them for the progress, and hashes them. Throws the signal's reason when it is aborted. */
export function watchBytes(
  source: AsyncIterable<Uint8Array>,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (read: number) => void },
): Watched {
  const hash = createHash('sha256')
  async function* watched() {
    let read = 0
    for await (const chunk of source) {
      signal.throwIfAborted()
      hash.update(chunk)
      read += chunk.length
      onBytes(read)
      yield chunk
    }
  }
  return { bytes: watched(), sha256: () => hash.digest('hex') }
}
