import { hash } from 'node:crypto'
import { iso } from '../time.ts'
import type { IncomingMovement } from './types.ts'

/** An incoming row with the key that tells it from every other row of its account (1.7). */
export interface IdentifiedMovement extends IncomingMovement {
  readonly externalId: string
}

const sha256 = (...parts: readonly (string | number)[]): string => hash('sha256', parts.join('|'))

/** SHA-256 over amount, time and external id; informative only (1.7). */
export const referenceHash = (row: IdentifiedMovement): string =>
  sha256(row.amountMinor, iso(row.receivedAt), row.externalId)

const fingerprint = (row: IncomingMovement): string =>
  sha256(
    row.amountMinor,
    row.currency,
    row.receivedAt,
    row.senderName?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '',
  )

/**
 * Gives rows without the bank's own id one made of what they say and of their number among equal rows of this batch:
 * genuine twins stay two, and reading the same rows again finds them again.
 */
export function identify(rows: readonly IncomingMovement[]): IdentifiedMovement[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    if (row.externalId !== null) return { ...row, externalId: row.externalId }
    const print = fingerprint(row)
    const occurrence = (seen.get(print) ?? 0) + 1
    seen.set(print, occurrence)
    return { ...row, externalId: `fp-${print.slice(0, 32)}-${occurrence}` }
  })
}

/** Oldest first, so that the newest row is the last one stored. Banks list either way; equal times keep the bank's order. */
export function inOrderOfTime<T extends IncomingMovement>(rows: readonly T[]): T[] {
  const isNewestFirst = (rows[0]?.receivedAt ?? 0) > (rows.at(-1)?.receivedAt ?? 0)
  return (isNewestFirst ? rows.toReversed() : [...rows]).sort((a, b) => a.receivedAt - b.receivedAt)
}
