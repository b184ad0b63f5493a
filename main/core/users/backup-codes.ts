import { randomInt } from 'node:crypto'

/** Letters and digits that are not taken for one another (spec 1.18). */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const codesPerEnrolment = 10

const five = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Ten codes, printed as `XXXXX-XXXXX`. */
export const newBackupCodes = (): string[] => Array.from({ length: codesPerEnrolment }, () => `${five()}-${five()}`)

/** As a code is hashed: how a person writes it does not matter. */
export const normalBackupCode = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
