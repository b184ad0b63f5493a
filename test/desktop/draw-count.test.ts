import { expect, it } from 'vitest'
import { drawCount } from '../../main/electron/draw-count.ts'

/** Red, green, blue, alpha, as a picture; Electron's bitmaps have blue first. */
const side = 32
const draw = (count: number) => {
  const bitmap = drawCount(new Uint8Array(side * side * 4), side, side, count)
  const at = (x: number, y: number) => [...bitmap.slice((y * side + x) * 4, (y * side + x) * 4 + 4)]
  return { at, white: bitmap.filter((_, index) => index % 4 === 1 && bitmap[index] === 255).length }
}

it('puts a disc in the lower right corner and leaves the rest as it was', () => {
  const { at } = draw(1)
  expect(at(0, 0)).toEqual([0, 0, 0, 0])
  expect(at(31, 4)).toEqual([0, 0, 0, 0])
  expect(at(12, 20)).toEqual([0x18, 0x23, 0xb4, 0xff])
})

it('writes each count differently, and 9+ for all above nine', () => {
  const counts = Array.from({ length: 9 }, (_, index) => index + 1)
  const pictures = counts.map((count) => {
    const { at } = draw(count)
    return JSON.stringify(Array.from({ length: side * side }, (_, point) => at(point % side, Math.floor(point / side))))
  })
  expect(new Set(pictures).size).toBe(9)
  expect(draw(10).white).toBe(draw(250).white)
  expect(draw(10).white).not.toBe(draw(9).white)
  for (const count of counts) expect(draw(count).white).toBeGreaterThan(20)
})

it('never writes outside of a small image', () => {
  expect(drawCount(new Uint8Array(16 * 16 * 4), 16, 16, 12)).toHaveLength(16 * 16 * 4)
})
