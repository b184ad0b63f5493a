import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** Beyond this the original is not kept: one value of the data file must stay of a size that can be read back. */
const mostKept = 200 * 2 ** 20

/** The original bytes, compressed, for re-reading and audit (3.4); null when even so they are too large. */
export async function compressedContent(path: string): Promise<Buffer | null> {
  const packed = `${path}.gz`
  try {
    await pipeline(createReadStream(path), createGzip({ level: 3 }), createWriteStream(packed, { mode: 0o600 }))
    return (await stat(packed)).size > mostKept ? null : await readFile(packed)
  } finally {
    await rm(packed, { force: true })
  }
}
