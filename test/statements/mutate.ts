/** Damage to files, the same for the same seed. */
export type Random = () => number

/** Small generator of numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const tokens = [
  ' ',
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&x;',
    '<!DOCTYPE a [',
    ']]>',
    '<![CDATA[',
    '<!--',
    '"',
    "'",
    ';',
    ',',
    '\t',
    '|',
    '\r',
    '\n',
  ],
  ...[
    '\0',
    '\ufeff',
    '-',
    '.',
    ':61:',
    ':86:',
    ':20:',
    ':60F:',
    '^',
    '!Type:Bank',
    '\n88,',
    '16,',
    '<STMTTRN>',
    '</OFX>',
  ],
  ...[
    '<Ntry>',
    '</Ntry>',
    '<Stmt>',
    '</Stmt>',
    '<TxDtls>',
    '<Amt Ccy="EUR">',
    '99999999999999999999',
    '1e308',
    '-0',
    '(',
    ')',
  ],
  ...['٣', '😀', '\ud800', 'sep=;', '0000-00-00', '31.02.2025', 'EUR', 'XXX', 'PK\x03\x04', '\x1f\x8b'],
]

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const below = (random: Random, limit: number) => Math.floor(random() * limit)

function range(bytes: Buffer, random: Random, longest: number): readonly [from: number, to: number] {
  const from = below(random, bytes.length + 1)
  return [from, Math.min(bytes.length, from + below(random, longest) + 1)]
}

const splice = (bytes: Buffer, from: number, to: number, ...put: Buffer[]) =>
  Buffer.concat([bytes.subarray(0, from), ...put, bytes.subarray(to)])

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes)
    for (let i = 0; i <= below(random, 8); i += 1)
      if (changed.length > 0) changed[below(random, changed.length)] = below(random, 256)
    return changed
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => splice(bytes, ...range(bytes, random, 200)),
  (bytes, random) => {
    const [from, to] = range(bytes, random, 300)
    const again = Array.from({ length: 1 + below(random, 50) }, () => bytes.subarray(from, to))
    return splice(bytes, to, to, ...again)
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1)
    return splice(bytes, at, at, Buffer.from(tokens[below(random, tokens.length)] ?? ''))
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1)
    const token = Buffer.from(tokens[below(random, tokens.length)] ?? '')
    // Long runs of one thing are what patterns choke on.
    const times = 1 + below(random, random() < 0.2 ? 200_000 : 3000)
    return splice(bytes, at, at, Buffer.from(token.toString('latin1').repeat(times).slice(0, 1_000_000), 'latin1'))
  },
  (bytes, random, other) => {
    const at = below(random, bytes.length + 1)
    return splice(bytes, at, at, other.subarray(...range(other, random, 2000)))
  },
  (bytes, random, other) =>
    Buffer.concat([
      bytes.subarray(0, below(random, bytes.length + 1)),
      other.subarray(below(random, other.length + 1)),
    ]),
  (bytes, random) => Buffer.from(bytes.toString('latin1'), random() < 0.5 ? 'utf8' : 'utf16le'),
  (bytes, random) => {
    const ends = ['\n', '\r', '\r\n', '\r\r\n', ' ']
    return Buffer.from(bytes.toString('latin1').replace(/\r*\n/g, ends[below(random, ends.length)] ?? '\n'), 'latin1')
  },
  (bytes, random) => {
    const digits = /\d+/g
    return Buffer.from(
      bytes.toString('latin1').replace(digits, (found) => (random() < 0.05 ? String(below(random, 1e9)) : found)),
      'latin1',
    )
  },
]

/** One to four kinds of damage, one after the other; never longer than 2 MB. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let mutated = bytes
  for (let i = 0; i <= below(random, 4); i += 1) {
    const mutation = mutations[below(random, mutations.length)]
    mutated = mutation ? mutation(mutated, random, other).subarray(0, 2_000_000) : mutated
  }
  return mutated
}
