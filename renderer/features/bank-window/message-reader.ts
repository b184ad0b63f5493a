import type { WindowMessage } from '../../../main/core/bank-window/types.ts'

export interface WindowPiece {
  readonly message: WindowMessage
  /** The JPEG of a `frame`; else empty. */
  readonly payload: Uint8Array<ArrayBuffer>
}

const lengths = 8

/**
 * Cuts the stream of a bank window into messages: two lengths of 4 bytes (big-endian), header as JSON, payload. Feed it
 * pieces as they come; what is not yet complete is kept for the next piece.
 */
export function createMessageReader(): (piece: Uint8Array) => WindowPiece[] {
  const text = new TextDecoder()
  let pieces: Uint8Array[] = []
  let held = 0

  const join = (): Uint8Array => {
    if (pieces.length === 1 && pieces[0]) return pieces[0]
    const all = new Uint8Array(held)
    let at = 0
    for (const piece of pieces) {
      all.set(piece, at)
      at += piece.length
    }
    pieces = [all]
    return all
  }
  let needed = lengths

  return (piece) => {
    pieces.push(piece)
    held += piece.length
    const found: WindowPiece[] = []
    // A picture comes in many pieces: they are joined once, when all of it is there.
    while (held >= needed) {
      const all = join()
      const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
      const header = lengths + view.getUint32(0)
      const whole = header + view.getUint32(4)
      needed = whole
      if (held < whole) break
      found.push({
        message: JSON.parse(text.decode(all.subarray(lengths, header))),
        payload: all.slice(header, whole) as Uint8Array<ArrayBuffer>,
      })
      pieces = [all.subarray(whole)]
      held -= whole
      needed = lengths
    }
    return found
  }
}
