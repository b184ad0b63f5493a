import { randomBytes, randomInt } from 'node:crypto'
import type { BotCheck, Passage } from '../login/passage.ts'

/** Drawings by their Spanish name. The page shows the drawing only: which is which takes eyes. */
export const pictures: Readonly<Record<string, string>> = {
  faro: '<path d="M26 22h12l5 36H21z"/><path d="M27 12h10v8H27z"/><path d="M30 6h4v6h-4z"/><path d="M8 16l14 2M56 16l-14 2" stroke-width="3"/>',
  barco:
    '<path d="M8 42h48l-8 14H16z"/><path d="M30 8v30" stroke-width="3"/><path d="M34 12l16 22H34zM27 16L14 34h13z"/>',
  pez: '<path d="M8 32c10-16 28-16 38 0-10 16-28 16-38 0z"/><path d="M44 32l14-12v24z"/><circle cx="18" cy="29" r="2.5" fill="#fff"/>',
  ancla:
    '<circle cx="32" cy="11" r="5" fill="none" stroke-width="4"/><path d="M32 16v40M22 25h20M10 38c2 12 12 18 22 18s20-6 22-18" fill="none" stroke-width="4"/>',
  llave:
    '<circle cx="18" cy="32" r="10" fill="none" stroke-width="5"/><path d="M28 32h30M46 32v10M56 32v8" fill="none" stroke-width="5"/>',
  casa: '<path d="M6 32L32 8l26 24h-8v24H14V32z"/><path d="M27 40h10v16H27z" fill="#fff"/>',
}

const choicesShown = 4

/** A question that only a person answers: another picture, another order and other tokens each time. */
export function createBotCheck(): BotCheck {
  const names = Object.keys(pictures)
  const chosen: string[] = []
  while (chosen.length < choicesShown) chosen.push(...names.splice(randomInt(names.length), 1))
  return {
    asked: chosen[randomInt(chosen.length)] ?? '',
    choices: chosen.map((picture) => ({ picture, token: randomBytes(6).toString('hex') })),
  }
}

/** Position of the right picture, from 1; `null` for a login that waits for none. */
export const answerOf = ({ steps, botCheck }: Passage): number | null =>
  steps[0] === 'check' && botCheck ? botCheck.choices.findIndex((each) => each.picture === botCheck.asked) + 1 : null
