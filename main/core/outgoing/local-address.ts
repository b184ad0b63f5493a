import { isIPv4, isIPv6 } from 'node:net'

type Range = readonly [network: string, bits: number]

/** Spec 5.1, and what the IANA special-purpose registries add that never is a receiver on the internet. */
const localV4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const localV6: readonly Range[] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Teredo carries an IPv4 address that the sender chooses.
  ['2001::', 32],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

/** Forms of IPv6 that hold an IPv4 address, and the number of bits before it; the address inside decides. */
const carriesV4: readonly Range[] = [
  ['::ffff:0:0', 96],
  ['::ffff:0:0:0', 96],
  ['::', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
]

const bitsOfV4 = (text: string): bigint => text.split('.').reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)

function bitsOfV6(text: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const hex = dotted ? `${dotted[1]}${hexGroups(bitsOfV4(dotted[2] ?? ''))}` : text
  const [head = '', tail] = hex.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}

const hexGroups = (v4: bigint) => `${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`

const reader = (width: bigint, bitsOf: (text: string) => bigint) => (ranges: readonly Range[]) =>
  ranges.map(([network, bits]) => {
    const shift = width - BigInt(bits)
    return { shift, prefix: bitsOf(network) >> shift }
  })

const v4Ranges = reader(32n, bitsOfV4)(localV4)
const v6Ranges = reader(128n, bitsOfV6)(localV6)
const v4Carriers = reader(128n, bitsOfV6)(carriesV4)

const isWithin = (bits: bigint, ranges: readonly { shift: bigint; prefix: bigint }[]) =>
  ranges.some(({ shift, prefix }) => bits >> shift === prefix)

/**
 * Whether an IP address belongs to this computer, its network, or no network at all (spec 5.1). IPv4 addresses inside
 * IPv6 ones count as themselves. Text that is not an address counts as local: what cannot be judged is refused.
 */
export function isLocalAddress(ip: string): boolean {
  if (isIPv4(ip)) return isWithin(bitsOfV4(ip), v4Ranges)
  const address = ip.replace(/%.*$/, '')
  if (!isIPv6(address)) return true
  const bits = bitsOfV6(address)
  if (isWithin(bits, v6Ranges)) return true
  const carrier = v4Carriers.find(({ shift, prefix }) => bits >> shift === prefix)
  if (!carrier) return false
  return isWithin((bits >> (carrier.shift - 32n)) & 0xffffffffn, v4Ranges)
}
