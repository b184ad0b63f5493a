import { ownAccounts, runBank } from './association/bank.ts'
import { runClinic } from './association/clinic.ts'
import { runClub } from './association/club.ts'
import { runOffice } from './association/office.ts'
import { letFlats } from './association/rents.ts'
import { createScribe } from './association/scribe.ts'
import type { MadeBooks } from './make-books.ts'

/**
 * A year of an association that lets flats, runs a clinic and a sports club, written from the specification alone before
 * the engine was read: most amounts occur many times, often on one day, and much is paid through others. About two lines
 * for each of `happenings`; the same seed gives the same books.
 */
export function makeAssociationBooks(seed: number, happenings: number): MadeBooks {
  const scribe = createScribe(seed)
  const scale = happenings / 1000
  letFlats(scribe, Math.max(4, Math.round(40 * scale)))
  runClinic(scribe, scale)
  runClub(scribe, scale)
  runOffice(scribe, scale)
  runBank(scribe)
  return scribe.finish(ownAccounts)
}
