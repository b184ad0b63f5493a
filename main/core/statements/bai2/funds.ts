/** What a funds type tells: the value date where it names one. Reads the extra fields that S, V and D insert. */
export function readFunds(next: () => string): { readonly valueText: string } {
  switch (next().toUpperCase()) {
    case 'S':
      // Immediate, one-day, two-day availability.
      for (let i = 0; i < 3; i += 1) next()
      return { valueText: '' }
    case 'V': {
      const valueText = next()
      next()
      return { valueText }
    }
    case 'D': {
      const count = Number(next())
      // A distribution names days and amounts in turn; more than the standard's places means another field stood here.
      for (let i = 0; i < Math.min(Number.isInteger(count) ? count : 0, maxDistribution); i += 1) {
        next()
        next()
      }
      return { valueText: '' }
    }
    default:
      return { valueText: '' }
  }
}

const maxDistribution = 99
