import { expect, test } from 'vitest'
import { theme } from '../../../renderer/theme.ts'

const light = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Source: WCAG 2.2, contrast ratio; text of this size wants 4.5. */
const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

test.each(['ink', 'red'])('white words on a filled button of %s are readable by day and by night', (name) => {
  const shades = theme.colors?.[name] ?? []
  const { light: day, dark: night } = theme.primaryShade as { light: number; dark: number }
  for (const shade of [day, night]) expect(contrast('#ffffff', shades[shade] ?? '#ffffff')).toBeGreaterThan(4.5)
})
