import { peek, pieces } from '../statements/byte-source.ts'
import { chooseShape, frontOf } from '../statements/csv/choose-shape.ts'
import { contentSignature, isContentSignature, isSameContent } from '../statements/csv/content-signature.ts'
import { findTable } from '../statements/csv/find-table.ts'
import { tableOfBlocks } from '../statements/csv/labelled-blocks.ts'
import { headerSignature } from '../statements/csv/mapping.ts'
import { tableWidth } from '../statements/csv/plan.ts'
import { tokenize } from '../statements/csv/tokenize.ts'
import { decode } from '../statements/decode.ts'
import { containerOf, detect, headBytes } from '../statements/detect.ts'
import { StatementError } from '../statements/failure.ts'
import { gunzip } from '../statements/gunzip.ts'
import type { FileMember } from './file-members.ts'
import type { SavedMapping } from './types.ts'

/** What a table is known by, its header or the kinds of its columns, from the front of the file; null for other files. */
export async function csvSignature(member: FileMember, encoding: string | null): Promise<string | null> {
  try {
    const plain = await peek(pieces(member.read()), headBytes)
    const isPacked = containerOf(plain.head) === 'gzip'
    const peeked = isPacked ? await peek(pieces(gunzip(plain.all)), headBytes) : plain
    await peeked.close()
    const { format, declaredEncoding } = detect(peeked.head)
    if (format !== 'csv') return null
    const hints = { format, declared: declaredEncoding, chosen: encoding ?? undefined }
    let text = ''
    for await (const piece of decode(pieces(peeked.head), peeked.head, hints).text) text += piece
    const front = frontOf(tableOfBlocks(text) ?? text)
    const shape = chooseShape(front)
    if (!shape) return null
    const rows = tokenize(front, shape, { maxRows: 1_000, isPartial: true })
    const place = findTable(rows)
    const cells = place.header === null ? undefined : rows[place.header]?.cells
    return cells ? headerSignature(cells) : contentSignature(rows, place.first, tableWidth(rows, place, null))
  } catch (error) {
    // The reading itself says what is wrong with the file.
    if (error instanceof StatementError) return null
    throw error
  }
}

const leastShared = 0.6

/**
 * The mapping kept for a header: that of the same signature, else the nearest one of which most columns are there
 * still. The reader stops at the latter and says what has changed (4.5.4). Null when the table is another one.
 */
export function mappingFor(signature: string, saved: readonly SavedMapping[]): SavedMapping | null {
  const same = saved.find((one) => one.signature === signature)
  if (same) return same
  if (isContentSignature(signature)) {
    const alike = saved.find((one) => isSameContent(one.signature, signature))
    // Earlier versions kept tables without a header under no name.
    const unnamed = saved.filter((one) => one.signature === '')
    return alike ?? (unnamed.length === 1 ? (unnamed[0] ?? null) : null)
  }
  const names = new Set(signature.split('|').filter((name) => name !== ''))
  const rated = saved
    .map((one) => {
      const own = one.signature.split('|').filter((name) => name !== '')
      const shared = own.filter((name) => names.has(name)).length
      return { one, share: shared / Math.max(own.length, 1) }
    })
    .sort((a, b) => b.share - a.share)
  const [best] = rated
  return best && best.share >= leastShared ? best.one : null
}
