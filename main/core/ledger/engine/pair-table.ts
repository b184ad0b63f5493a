/** Keys of pairs are told apart up to so many numbers on the right. */
const rightSpan = 2 ** 26
const fullest = 0.75

/** A small number for each of millions of pairs of places, in arrays: maps of maps would hold five times as much. */
export interface PairTable {
  /** -1 when the pair is not known. */
  get(left: number, right: number): number
  /** `value`: 0 to 255; only for a pair that is not known. */
  add(left: number, right: number, value: number): void
}

export function createPairTable(): PairTable {
  let keys = new Float64Array(1024).fill(-1)
  let values = new Uint8Array(keys.length)
  let count = 0

  const placeOf = (key: number, left: number, right: number): number => {
    const mask = keys.length - 1
    let at = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0
    for (at = (at ^ (at >>> 15)) & mask; keys[at] !== key && keys[at] !== -1; ) at = (at + 1) & mask
    return at
  }
  function grow(): void {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Float64Array(oldKeys.length * 2).fill(-1)
    values = new Uint8Array(keys.length)
    oldKeys.forEach((key, at) => {
      if (key === -1) return
      const place = placeOf(key, Math.floor(key / rightSpan), key % rightSpan)
      keys[place] = key
      values[place] = oldValues[at] as number
    })
  }

  return {
    get(left, right) {
      const key = left * rightSpan + right
      const at = placeOf(key, left, right)
      return keys[at] === key ? (values[at] as number) : -1
    },
    add(left, right, value) {
      if (count >= keys.length * fullest) grow()
      const key = left * rightSpan + right
      const at = placeOf(key, left, right)
      keys[at] = key
      values[at] = value
      count++
    },
  }
}
