import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocalAddress } from '../../main/core/outgoing/local-address.ts'

/** First and last address of each range, and the neighbours just outside. */
const v4Edges: readonly [inside: string, inside2: string, ...outside: string[]][] = [
  ['0.0.0.0', '0.255.255.255', '1.0.0.0'],
  ['10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
  ['100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
  ['127.0.0.0', '127.255.255.255', '126.255.255.255', '128.0.0.0'],
  ['169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
  ['172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
  ['192.0.0.0', '192.0.0.255', '191.255.255.255', '192.0.1.0'],
  ['192.0.2.0', '192.0.2.255', '192.0.3.0'],
  ['192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
  ['198.18.0.0', '198.19.255.255', '198.17.255.255', '198.20.0.0'],
  ['198.51.100.0', '198.51.100.255', '198.51.99.255', '198.51.101.0'],
  ['203.0.113.0', '203.0.113.255', '203.0.112.255', '203.0.114.0'],
  ['224.0.0.0', '255.255.255.255', '223.255.255.255'],
]
const insideV4 = v4Edges.flatMap((range) => range.slice(0, 2))
const outsideV4 = v4Edges.flatMap((range) => range.slice(2))

const hexOf = (v4: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number)
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}
const carriers: readonly [name: string, carry: (v4: string) => string][] = [
  ['mapped, dotted', (v4) => `::ffff:${v4}`],
  ['mapped, hexadecimal', (v4) => `::ffff:${hexOf(v4)}`],
  ['mapped, written out', (v4) => `0:0:0:0:0:ffff:${hexOf(v4)}`],
  ['translated', (v4) => `::ffff:0:${hexOf(v4)}`],
  ['NAT64', (v4) => `64:ff9b::${v4}`],
  ['6to4', (v4) => `2002:${hexOf(v4)}::1`],
]

describe('IPv4', () => {
  test.each(insideV4)('%s is local', (ip) => expect(isLocalAddress(ip)).toBe(true))
  test.each(outsideV4)('%s is not', (ip) => expect(isLocalAddress(ip)).toBe(false))
})

describe('IPv6', () => {
  test.each([
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '64:ff9b:1::1',
    '100::5',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff02::1',
    '::7f00:1',
  ])('%s is local', (ip) => expect(isLocalAddress(ip)).toBe(true))

  test.each(['2606:4700::1111', '2001:4860:4860::8888', 'fbff::1', '2a00::', '1fff:ffff::1', '2003::1'])(
    '%s is not',
    (ip) => expect(isLocalAddress(ip)).toBe(false),
  )

  describe.each(carriers)('an IPv4 address inside: %s', (_name, carry) => {
    test.each(insideV4)('%s stays local', (v4) => expect(isLocalAddress(carry(v4))).toBe(true))
    test.each(outsideV4)('%s stays global', (v4) => expect(isLocalAddress(carry(v4))).toBe(false))
  })
})

test.each(['', 'localhost', '300.1.1.1', '1.2.3', '010.0.0.1', '::ffff', 'fe80::1::2', '12345::'])(
  'text that is no address is refused: %j',
  (text) => expect(isLocalAddress(text)).toBe(true),
)

test('agrees with an independent list for every address', () => {
  const list = new BlockList()
  const subnets =
    '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3'
  for (const subnet of subnets.split(' ')) {
    const [network = '', bits] = subnet.split('/')
    list.addSubnet(network, Number(bits), 'ipv4')
  }
  // Every second address lies next to an edge, where a mistake would be.
  const edge = fc.constantFrom(...insideV4, ...outsideV4).chain((ip) =>
    fc.integer({ min: -3, max: 3 }).map((step) => {
      const bits = ip.split('.').reduce((value, part) => value * 256 + Number(part), 0)
      const moved = (bits + step + 2 ** 32) % 2 ** 32
      return [24, 16, 8, 0].map((shift) => Math.floor(moved / 2 ** shift) % 256).join('.')
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), edge), fc.constantFrom(...carriers), (ip, [, carry]) => {
      const expected = list.check(ip, 'ipv4')
      expect(isLocalAddress(ip)).toBe(expected)
      expect(isLocalAddress(carry(ip))).toBe(expected)
    }),
    { numRuns: 3000 },
  )
})

test('any written form of an IPv6 address gets the same answer', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(groups, (parts) => {
      const long = parts.map((part) => part.toString(16).padStart(4, '0')).join(':')
      const short = new URL(`http://[${long}]/`).hostname.slice(1, -1)
      expect(isLocalAddress(short)).toBe(isLocalAddress(long))
      expect(isLocalAddress(long.toUpperCase())).toBe(isLocalAddress(long))
    }),
    { numRuns: 2000 },
  )
})
