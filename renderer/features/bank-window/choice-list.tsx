import { Combobox, ScrollArea, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Choices } from '../../../main/core/browser/live-view/types.ts'
import classes from './bank-window.module.css'

interface Props {
  readonly choices: Choices
  readonly label: string
  /** Screen pixels per page pixel. */
  readonly scale: number
  readonly onChoose: (index: number | null) => void
}

/** The options of a list of the bank's page: the browser would draw them outside the page, where nobody sees them. */
export function ChoiceList({ choices, label, scale, onChoose }: Props) {
  const { rect, options, selected } = choices
  const combobox = useCombobox({ defaultOpened: true, onDropdownClose: () => onChoose(null) })
  useEffect(() => {
    combobox.targetRef.current?.focus({ preventScroll: true })
    combobox.selectActiveOption()
    combobox.updateSelectedOptionIndex('selected', { scrollIntoView: true })
  }, [combobox.targetRef, combobox.selectActiveOption, combobox.updateSelectedOptionIndex])
  const option = (index: number) => {
    const each = options[index]
    return (
      each && (
        <Combobox.Option
          key={index}
          value={String(index)}
          disabled={each.disabled}
          selected={index === selected}
          active={index === selected}
        >
          <span className={classes.choice}>
            <IconCheck size={12} visibility={index === selected ? 'visible' : 'hidden'} aria-hidden />
            {each.label === '' ? '\u00a0' : each.label}
          </span>
        </Combobox.Option>
      )
    )
  }
  const groups = groupsOf(options)
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => onChoose(Number(value))}
      position="bottom-start"
      offset={2}
      width="max-content"
      middlewares={{ flip: true, shift: true }}
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={classes.choiceTarget}
          aria-label={label}
          style={{
            left: rect.x * scale,
            top: rect.y * scale,
            width: rect.width * scale,
            height: rect.height * scale,
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={rect.width * scale}>
        <Combobox.Options>
          <ScrollArea.Autosize mah={280} type="auto">
            {groups.map(({ label: group, indexes }) =>
              group === null ? (
                indexes.map(option)
              ) : (
                <Combobox.Group key={group} label={group}>
                  {indexes.map(option)}
                </Combobox.Group>
              ),
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Neighbouring options of one group together, in their order. */
function groupsOf(options: Choices['options']): { label: string | null; indexes: number[] }[] {
  const groups: { label: string | null; indexes: number[] }[] = []
  options.forEach(({ group }, index) => {
    const last = groups.at(-1)
    if (last && last.label === group) last.indexes.push(index)
    else groups.push({ label: group, indexes: [index] })
  })
  return groups
}
