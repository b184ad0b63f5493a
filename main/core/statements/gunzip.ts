import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { StatementError } from './failure.ts'

/** Unpacks a gzip stream once; a damaged one is a `StatementError`. */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const source = Readable.from(bytes, { objectMode: false })
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const chunk of source.pipe(unpacked)) yield chunk as Buffer
  } catch (error) {
    if (error instanceof StatementError) throw error
    throw new StatementError('archive_damaged', 'The compressed file is damaged or was cut. Download it again.')
  } finally {
    source.destroy()
  }
}
