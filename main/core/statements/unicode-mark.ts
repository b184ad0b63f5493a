export interface UnicodeMark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Bytes of the mark itself. */
  readonly length: number
}

/** The encoding by byte-order mark, or UTF-16 by where its NULs stand; null when the bytes show neither. */
export function unicodeMark(head: Uint8Array): UnicodeMark | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  const sample = head.subarray(0, 4096)
  const pairs = sample.length >> 1
  if (pairs < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (sample[i] === 0) even += 1
    if (sample[i + 1] === 0) odd += 1
  }
  // Statements are mostly Latin letters and digits: one byte of nearly each pair is NUL, and the other hardly ever.
  if (odd > pairs * 0.6 && even < pairs * 0.05) return { encoding: 'utf-16le', length: 0 }
  if (even > pairs * 0.6 && odd < pairs * 0.05) return { encoding: 'utf-16be', length: 0 }
  return null
}
