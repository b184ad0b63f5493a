const parts = (version: string): number[] => version.split('.').map(Number)

const later = (one: string, other: string): string => {
  const [a, b] = [parts(one), parts(other)]
  for (let i = 0; i < 3; i += 1) if (a[i] !== b[i]) return (a[i] ?? 0) > (b[i] ?? 0) ? one : other
  return one
}

/** The number after the highest known one; `1.0.0` for the first. */
export function nextVersion(known: readonly string[]): string {
  if (known.length === 0) return '1.0.0'
  const [major = 0, minor = 0] = parts(known.reduce(later))
  return `${major}.${minor + 1}.0`
}
