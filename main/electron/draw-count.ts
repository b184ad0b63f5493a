/** 3 × 5 points a sign, row by row. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '1': ['.#.', '##.', '.#.', '.#.', '###'],
  '2': ['##.', '..#', '.#.', '#..', '###'],
  '3': ['##.', '..#', '.#.', '..#', '##.'],
  '4': ['#.#', '#.#', '###', '..#', '..#'],
  '5': ['###', '#..', '##.', '..#', '##.'],
  '6': ['.##', '#..', '###', '#.#', '###'],
  '7': ['###', '..#', '.#.', '.#.', '.#.'],
  '8': ['###', '#.#', '###', '#.#', '###'],
  '9': ['###', '#.#', '###', '..#', '##.'],
  '+': ['...', '.#.', '###', '.#.', '...'],
}

/** Blue, green, red, alpha: the order of Electron's bitmaps. */
const ground = [0x18, 0x23, 0xb4, 0xff] as const
const ink = [0xff, 0xff, 0xff, 0xff] as const

/** The disc covers this part of the image, in its lower right corner. */
const discPart = 0.72

/** Draws a count (1 to 9, then `9+`) on a bitmap of four bytes a point. Pure, so that it can be looked at without a system. */
export function drawCount(bitmap: Uint8Array, width: number, height: number, count: number): Uint8Array {
  const drawn = Uint8Array.from(bitmap)
  const put = (x: number, y: number, colour: readonly number[]) => {
    if (x >= 0 && y >= 0 && x < width && y < height) drawn.set(colour, (y * width + x) * 4)
  }
  const radius = (Math.min(width, height) * discPart) / 2
  const [centreX, centreY] = [width - radius - 0.5, height - radius - 0.5]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (Math.hypot(x - centreX, y - centreY) <= radius) put(x, y, ground)

  const text = count > 9 ? '9+' : String(count)
  const columns = text.length * 4 - 1
  const scale = Math.max(1, Math.floor((radius * 1.5) / Math.max(columns, 5)))
  const [left, top] = [Math.round(centreX - (columns * scale) / 2), Math.round(centreY - (5 * scale) / 2)]
  for (const [index, sign] of [...text].entries())
    for (const [row, points] of (signs[sign] ?? []).entries())
      for (const [column, point] of [...points].entries()) {
        if (point !== '#') continue
        for (let dy = 0; dy < scale; dy++)
          for (let dx = 0; dx < scale; dx++) put(left + (index * 4 + column) * scale + dx, top + row * scale + dy, ink)
      }
  return drawn
}
