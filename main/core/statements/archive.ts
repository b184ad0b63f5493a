import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl'
import { containerOf, spreadsheet } from './detect.ts'
import { StatementError } from './failure.ts'

/** An archive that is read in pieces, so that one of any size needs little memory. */
export interface ArchiveSource {
  readonly size: number
  /** Bytes from `start` up to, not including, `end`. */
  stream(start: number, end: number): AsyncIterable<Uint8Array>
}

export interface ArchiveMember {
  /** The path within the archive, for display only; never used as a path. */
  readonly path: string
  /** Unpacked. */
  readonly size: number
  /** The member's bytes; may be asked for more than once. */
  bytes(): AsyncGenerator<Uint8Array, void, undefined>
}

export interface Archive {
  /** What is to be read, in the archive's order; each content once. */
  readonly members: readonly ArchiveMember[]
  /** Members with the same bytes as an earlier one. */
  readonly duplicates: readonly { readonly path: string; readonly sameAs: string }[]
}

export interface ArchiveLimits {
  readonly members: number
  readonly unpackedBytes: number
  /** Unpacked by packed size of one member. */
  readonly ratio: number
}

const defaultLimits: ArchiveLimits = { members: 1000, unpackedBytes: 2 * 1024 ** 3, ratio: 200 }
/** An archive within an archive has to be held in memory. */
const maxInnerArchive = 128 * 1024 ** 2

/**
 * Lists a zip archive and one level of archives inside it, after checking every limit against the directory, before
 * anything is unpacked (specification 4.9). Throws `StatementError` when the archive or a member is refused.
 */
export async function openArchive(
  source: Uint8Array | ArchiveSource,
  limits: ArchiveLimits = defaultLimits,
): Promise<Archive> {
  const budget = { members: limits.members, bytes: limits.unpackedBytes }
  const listed = await list(source instanceof Uint8Array ? inMemory(source) : source, '', limits, budget)
  if (listed.length === 0)
    throw new StatementError('archive_empty', 'The archive holds no file that could be a statement.')
  return onceEach(listed)
}

interface ListedMember extends ArchiveMember {
  readonly crc: number
}

async function list(
  source: ArchiveSource,
  prefix: string,
  limits: ArchiveLimits,
  budget: { members: number; bytes: number },
): Promise<readonly ListedMember[]> {
  const zip = await opened(source)
  const entries = await directory(zip, limits, budget)
  if (entries.some(({ path }) => path === '[Content_Types].xml')) throw spreadsheet()
  const members: ListedMember[] = []
  for (const { entry, path } of entries) {
    const member: ListedMember = {
      path: prefix + path,
      size: entry.uncompressedSize,
      crc: entry.crc32,
      bytes: () => unpack(zip, entry, prefix + path),
    }
    const inner = (await isZip(member)) ? await innerMembers(member, prefix, limits, budget) : null
    members.push(...(inner ?? [member]))
  }
  return members
}

/** The members of an archive inside the archive; null for a workbook, which is a file of its own. */
async function innerMembers(
  member: ListedMember,
  prefix: string,
  limits: ArchiveLimits,
  budget: { members: number; bytes: number },
) {
  if (prefix !== '' || member.size > maxInnerArchive)
    throw new StatementError(
      'archive_nested',
      `"${member.path}" is an archive too deep inside or too large. Unpack it, then import what is inside.`,
    )
  const held: Uint8Array[] = []
  for await (const chunk of member.bytes()) held.push(chunk)
  try {
    return await list(inMemory(Buffer.concat(held)), `${member.path}/`, limits, budget)
  } catch (error) {
    if (error instanceof StatementError && error.code === 'spreadsheet_not_supported') return null
    throw error
  }
}

const damaged = (what: string) =>
  new StatementError('archive_damaged', `${what} is damaged or was cut. Download it again.`)

async function opened(source: ArchiveSource): Promise<ZipFile> {
  try {
    const reader = new SourceReader(source)
    return await fromRandomAccessReaderPromise(reader, source.size, { decodeStrings: false, autoClose: false })
  } catch {
    throw damaged('The archive')
  }
}

/** The archive's own list of members, without folders and what systems leave behind, checked against the limits. */
async function directory(zip: ZipFile, limits: ArchiveLimits, budget: { members: number; bytes: number }) {
  const found: { entry: Entry; path: string }[] = []
  let seen = 0
  try {
    for await (const entry of zip.eachEntry()) {
      seen += 1
      if (seen > limits.members || budget.members <= 0)
        throw new StatementError(
          'archive_too_many_members',
          `The archive holds more than ${limits.members} files. Import them in smaller archives.`,
        )
      const path = shownPath(entry)
      if (isLeftOver(path)) continue
      budget.members -= 1
      checkMember(entry, path, limits)
      budget.bytes -= entry.uncompressedSize
      if (budget.bytes < 0)
        throw new StatementError(
          'archive_too_large',
          'The archive is larger than 2 GiB when unpacked. Import its files in smaller archives.',
        )
      found.push({ entry, path })
    }
  } catch (error) {
    throw error instanceof StatementError ? error : damaged('The archive')
  }
  return found
}

function checkMember(entry: Entry, path: string, { ratio }: ArchiveLimits): void {
  if (entry.isEncrypted())
    throw new StatementError(
      'archive_encrypted',
      `"${path}" in the archive is protected by a password. Unpack it, then import what is inside.`,
    )
  if (entry.uncompressedSize > Math.max(1, entry.compressedSize) * ratio)
    throw new StatementError(
      'archive_ratio',
      `"${path}" in the archive unpacks to more than ${ratio} times its size, which no statement does. It was not unpacked.`,
    )
}

/** The name for display: no drive, no way up, no control characters. */
function shownPath(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
  const isFolder = /[\\/]$/.test(name)
  const steps = name
    .replace(/\p{C}/gu, '')
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[A-Za-z]:$/.test(step))
  return steps.join('/').slice(0, 500) + (isFolder ? '/' : '')
}

/** Folders, resource forks, hidden files and what file managers write. */
function isLeftOver(path: string): boolean {
  const steps = path.split('/')
  return (
    path === '' ||
    path.endsWith('/') ||
    steps.some((step) => step === '__MACOSX' || step.startsWith('.')) ||
    /(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i.test(path)
  )
}

async function* unpack(zip: ZipFile, entry: Entry, path: string): AsyncGenerator<Uint8Array, void, undefined> {
  let stream: Readable | null = null
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw error instanceof StatementError ? error : damaged(`"${path}" in the archive`)
  } finally {
    stream?.destroy()
  }
}

async function isZip(member: ListedMember): Promise<boolean> {
  if (member.size < 22) return false
  try {
    for await (const chunk of member.bytes()) return containerOf(chunk) === 'zip'
  } catch {
    // A damaged member fails when it is read, under its own name.
  }
  return false
}

/** Only members of equal length and checksum are compared, by their hash. */
async function onceEach(listed: readonly ListedMember[]): Promise<Archive> {
  const members: ListedMember[] = []
  const duplicates: { path: string; sameAs: string }[] = []
  const known = new Map<string, ListedMember[]>()
  for (const member of listed) {
    const key = `${member.size} ${member.crc}`
    const alike = known.get(key) ?? []
    const same = await firstEqual(member, alike)
    if (same === undefined) {
      members.push(member)
      known.set(key, [...alike, member])
    } else duplicates.push({ path: member.path, sameAs: same.path })
  }
  return { members, duplicates }
}

async function firstEqual(member: ListedMember, others: readonly ListedMember[]) {
  if (others.length === 0) return undefined
  const hash = await hashOf(member)
  for (const other of others) if ((await hashOf(other)) === hash) return other
  return undefined
}

async function hashOf(member: ArchiveMember): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of member.bytes()) hash.update(chunk)
  } catch {
    // Damaged, and so equal to nothing.
    return member.path
  }
  return hash.digest('hex')
}

const inMemory = (bytes: Uint8Array): ArchiveSource => ({
  size: bytes.length,
  async *stream(start, end) {
    yield bytes.subarray(start, end)
  },
})

class SourceReader extends RandomAccessReader {
  private readonly source: ArchiveSource

  constructor(source: ArchiveSource) {
    super()
    this.source = source
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.stream(start, end), { objectMode: false })
  }
}
