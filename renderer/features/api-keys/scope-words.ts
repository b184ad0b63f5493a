import type { Scope } from '../../api-types.ts'

/** The texts of a scope: its own name has the character that separates parts of a text's key. */
export const wordsOf = { 'otp:write': 'codes', 'status:read': 'state' } as const satisfies Record<Scope, string>
