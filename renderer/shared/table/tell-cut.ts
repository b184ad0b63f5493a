import type { MouseEvent } from 'react'

/** What a narrow column cuts off can be read by pointing at it. What has a tooltip of its own keeps it. */
export function tellCut({ currentTarget: cell }: Pick<MouseEvent<HTMLElement>, 'currentTarget'>): void {
  if (cell.querySelector('[title]')) return
  const isCut = [cell, ...cell.querySelectorAll<HTMLElement>('*')].some(
    ({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
  )
  cell.title = isCut ? (cell.textContent ?? '') : ''
}
