/**
 * The amount of a field as text with a decimal comma and without groups. The standard writes `1234,5`; a few exports
 * write a point, or points as groups.
 */
export function withComma(text: string): string {
  if (text.includes(',')) return text.replaceAll('.', '')
  const points = text.split('.').length - 1
  if (points === 1 && !/\.\d{3}$/.test(text)) return text.replace('.', ',')
  return text.replaceAll('.', '')
}
