/**
 * On macOS the system, not the page engine, turns these keys into editing commands, so a forwarded key has to bring its
 * command with it. Names are those of AppKit's standard key bindings without the colon.
 */
const alt = 1
const ctrl = 2
const meta = 4
const shift = 8

const commands: Readonly<Record<string, readonly [number, string][]>> = {
  KeyA: [
    [meta, 'selectAll'],
    [ctrl, 'moveToBeginningOfParagraph'],
  ],
  KeyE: [[ctrl, 'moveToEndOfParagraph']],
  KeyZ: [
    [meta, 'undo'],
    [meta | shift, 'redo'],
  ],
  Backspace: [
    [0, 'deleteBackward'],
    [alt, 'deleteWordBackward'],
    [meta, 'deleteToBeginningOfLine'],
  ],
  Delete: [
    [0, 'deleteForward'],
    [alt, 'deleteWordForward'],
  ],
  ArrowLeft: [
    [0, 'moveLeft'],
    [shift, 'moveLeftAndModifySelection'],
    [alt, 'moveWordLeft'],
    [alt | shift, 'moveWordLeftAndModifySelection'],
    [meta, 'moveToLeftEndOfLine'],
    [meta | shift, 'moveToLeftEndOfLineAndModifySelection'],
  ],
  ArrowRight: [
    [0, 'moveRight'],
    [shift, 'moveRightAndModifySelection'],
    [alt, 'moveWordRight'],
    [alt | shift, 'moveWordRightAndModifySelection'],
    [meta, 'moveToRightEndOfLine'],
    [meta | shift, 'moveToRightEndOfLineAndModifySelection'],
  ],
  ArrowUp: [
    [0, 'moveUp'],
    [shift, 'moveUpAndModifySelection'],
    [meta, 'moveToBeginningOfDocument'],
  ],
  ArrowDown: [
    [0, 'moveDown'],
    [shift, 'moveDownAndModifySelection'],
    [meta, 'moveToEndOfDocument'],
  ],
}

/** The editing commands of a key on macOS. */
export const macCommands = (code: string, modifiers: number): string[] =>
  (commands[code] ?? []).flatMap(([held, command]) => (held === modifiers ? [command] : []))
