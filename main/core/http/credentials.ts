/** What an `Authorization` header carries in a scheme, whose name is compared without regard to case (RFC 9110, 11.1). */
export function credentialsOf(header: string | undefined, scheme: 'bearer' | 'api-key'): string | null {
  const [, named, carried] = /^(\S+) +(\S.*)$/.exec(header?.trim() ?? '') ?? []
  return named?.toLowerCase() === scheme && carried !== undefined ? carried : null
}
