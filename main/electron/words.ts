/** The few words that the operating system shows, not the window. */
const words = {
  en: {
    open: 'Open Reconbanker',
    runAll: 'Read all accounts now',
    pauseAll: 'Pause all accounts',
    quit: 'Quit',
    view: 'View',
    file: 'File',
  },
  es: {
    open: 'Abrir Reconbanker',
    runAll: 'Leer todas las cuentas ahora',
    pauseAll: 'Pausar todas las cuentas',
    quit: 'Salir',
    view: 'Ver',
    file: 'Archivo',
  },
} as const

export type Words = Readonly<Record<keyof (typeof words)['en'], string>>

/** For a language tag such as `es-UY`; English for what we do not speak. */
export const wordsFor = (locale: string): Words => (locale.toLowerCase().startsWith('es') ? words.es : words.en)
