import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { second } from '../time.ts'

const stepMs = 30 * second
/** A code that was typed at the end of its step is still taken this long after. */
const driftMs = 5 * second
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits in Base32: as long as the hash needs (RFC 4226, section 4). */
export const newTotpSecret = (): string => toBase32(randomBytes(20))

function toBase32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): Buffer {
  let bits = ''
  for (const letter of text) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** The six digits of one step of 30 s (RFC 6238 with SHA-1, as every authenticator understands it). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step that a code belongs to: the present one, or the one that ended up to 5 s ago; never one already taken. */
export function acceptedStep(secret: string, code: string, at: number, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const steps = new Set([Math.floor(at / stepMs), Math.floor((at - driftMs) / stepMs)])
  for (const step of steps)
    if (step > (lastStep ?? -1) && timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code))) return step
  return null
}

/** What an authenticator reads from its QR picture. */
export function totpUri(secret: string, email: string): string {
  const issuer = 'ReconBanker'
  const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: '6', period: '30' })
  return `otpauth://totp/${issuer}:${encodeURIComponent(email)}?${query}`
}
