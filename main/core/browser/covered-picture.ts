import type { Page } from 'playwright'
import { second } from '../time.ts'
import { within } from './within.ts'

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
/** Reaches into frames and shadow trees, where the boxes drawn over the page itself do not. */
const covered = `
  ${fields} {
    color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important;
    background: #9aa0a6 !important; caret-color: transparent !important; accent-color: #9aa0a6 !important;
    -webkit-text-security: none !important; appearance: none !important;
  }
  ${fields
    .split(', ')
    .map((each) => `${each} *`)
    .join(', ')} { visibility: hidden !important; }
  input::placeholder, textarea::placeholder { color: transparent !important; }
  input::-webkit-autofill { -webkit-text-fill-color: transparent !important; }`

const limitMs = 5 * second

/** A JPEG of what the page shows now, every form field under a grey box; `null` when the page gives no picture. */
export async function takeCoveredPicture(page: Page): Promise<Buffer | null> {
  try {
    const picture = page.screenshot({
      type: 'jpeg',
      quality: 60,
      scale: 'css',
      animations: 'disabled',
      caret: 'hide',
      style: covered,
      mask: [page.locator(fields)],
      maskColor: '#9aa0a6',
      timeout: limitMs,
    })
    return await within(limitMs, () => new Error('late'), picture)
  } catch {
    // The page hangs or has ended: there is nothing to show.
    return null
  }
}
