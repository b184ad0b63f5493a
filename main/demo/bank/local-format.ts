import type { Minor } from '../../core/money.ts'
import { day, hour } from '../../core/time.ts'

/** Uruguay has kept UTC−3 all year since it dropped summer time in 2015. */
const offset = -3 * hour

const two = (value: number) => String(value).padStart(2, '0')

/** `20/11/2026` */
export function formatDay(at: number): string {
  const local = new Date(at + offset)
  return `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`
}

/** `20/11/2026 14:05` */
export function formatMinute(at: number): string {
  const local = new Date(at + offset)
  return `${formatDay(at)} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** `20/11/2026 14:05:31` */
export const formatSecond = (at: number): string => `${formatMinute(at)}:${two(new Date(at + offset).getUTCSeconds())}`

/** Start of the local day written `dd/mm/yyyy`, or `null` when the text is not a day. */
export function parseDay(text: string): number | null {
  const found = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim())
  if (!found) return null
  const at = Date.UTC(Number(found[3]), Number(found[2]) - 1, Number(found[1])) - offset
  return formatDay(at) === text.trim() ? at : null
}

/** Start of the local day that holds the instant. */
export const startOfDay = (at: number): number => Math.floor((at + offset) / day) * day - offset

/** `123456` → `1.234,56` */
export function formatAmount(minor: Minor): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${minor < 0 ? '-' : ''}${whole},${digits.slice(-2)}`
}

/** `$ 1.234,56` for pesos, `U$S 1.234,56` for dollars. */
export const formatMoney = (minor: Minor, currency: string): string =>
  `${currency === 'USD' ? 'U$S' : '$'} ${formatAmount(minor)}`
