/** The name of the modifier on this computer's keyboard. */
export const commandKey = /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
