import type { Minor } from '../../core/money.ts'

const moment = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})

/** `Nov 20, 2026, 9:05:31 AM EST`; the short name of the zone tells summer time from winter time. */
export const formatMoment = (at: number): string => moment.format(at).replaceAll(/\s/g, ' ')

/** `123456` → `$1,234.56` */
export const formatAmount = (minor: Minor): string =>
  `${minor < 0 ? '-' : ''}$${(Math.abs(minor) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
