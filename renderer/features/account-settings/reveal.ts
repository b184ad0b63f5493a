import type { SectionName } from './form.ts'

export const sectionId = (section: SectionName): string => `settings-${section}`

/** Scrolls to a section and puts the focus there: on its first field with an error, if that is wanted. */
export function reveal(section: SectionName, atError: boolean): void {
  const element = document.getElementById(sectionId(section))
  element?.scrollIntoView({ block: 'start' })
  const field = atError ? element?.querySelector<HTMLElement>('[aria-invalid="true"]') : null
  if (field) field.focus()
  else element?.focus({ preventScroll: true })
}
