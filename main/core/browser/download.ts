import type { Download } from 'playwright'

const largestDownload = 5_000_000

/** Reads a downloaded file as text and removes it: UTF-8, else the Western encoding that older banks write. */
export async function downloadText(download: Download): Promise<{ name: string; text: string }> {
  const stream = await download.createReadStream()
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largestDownload) throw new Error(`the file is larger than ${largestDownload / 1_000_000} MB`)
      chunks.push(chunk)
    }
  } finally {
    stream.destroy()
    await download.delete()
  }
  return { name: download.suggestedFilename(), text: decode(Buffer.concat(chunks)) }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
