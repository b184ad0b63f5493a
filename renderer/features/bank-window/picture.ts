/** What was drawn last. */
export interface DrawnPicture {
  /** Page pixels. */
  readonly width: number
  readonly height: number
  /** Device pixels of the picture. */
  readonly pixels: number
}

export interface Picture {
  show(jpeg: Uint8Array<ArrayBuffer>, page: { width: number; height: number }): void
  clear(): void
}

/** Draws the newest picture; those that come while one is being decoded replace each other. */
export function createPicture(canvas: HTMLCanvasElement, onDrawn: (drawn: DrawnPicture) => void): Picture {
  const context = canvas.getContext('bitmaprenderer')
  let next: { jpeg: Uint8Array<ArrayBuffer>; page: { width: number; height: number } } | null = null
  let isDrawing = false
  let round = 0

  const draw = async () => {
    isDrawing = true
    while (next) {
      const { jpeg, page } = next
      const current = round
      next = null
      try {
        const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }))
        if (current !== round) bitmap.close()
        else {
          const pixels = bitmap.width
          context?.transferFromImageBitmap(bitmap)
          onDrawn({ ...page, pixels })
        }
      } catch {
        // A picture that cannot be read; the next one replaces it.
      }
    }
    isDrawing = false
  }

  return {
    show(jpeg, page) {
      next = { jpeg, page }
      if (!isDrawing) void draw()
    },
    clear() {
      round += 1
      next = null
      context?.transferFromImageBitmap(null)
    },
  }
}
