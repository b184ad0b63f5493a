export type ShellLanguage = 'en' | 'es'

/** The few words that the operating system shows, not the window. `{n}` and `{account}` are put in by `fill`. */
const words = {
  en: {
    locale: 'en',
    open: 'Open Reconbanker',
    runAll: 'Read all accounts now',
    pauseAll: 'Pause all accounts',
    resumeAll: 'Resume all accounts',
    quit: 'Quit',
    view: 'View',
    file: 'File',
    needsYou: 'Reconbanker: {n} waiting for you',
    allInbox: 'All {n} in the inbox',
    code: 'The bank wants a code',
    step: 'The bank waits for you',
    blocked: 'Readings have stopped',
    session: 'A session waits to be started',
    ambiguous: 'Which payment is it?',
    suggestion: 'Does this belong together?',
    delivery: 'A delivery was given up',
    question: 'A statement file waits for an answer',
    logins: '{n} logins wait for you',
    accounts: '{n} accounts need you',
    payments: '{n} payments need you',
    first: '{account} and others',
  },
  es: {
    locale: 'es',
    open: 'Abrir Reconbanker',
    runAll: 'Leer todas las cuentas ahora',
    pauseAll: 'Pausar todas las cuentas',
    resumeAll: 'Reanudar todas las cuentas',
    quit: 'Salir',
    view: 'Ver',
    file: 'Archivo',
    needsYou: 'Reconbanker: {n} esperan por usted',
    allInbox: 'Ver los {n} pendientes',
    code: 'El banco pide un código',
    step: 'El banco espera por usted',
    blocked: 'Las lecturas se detuvieron',
    session: 'Una sesión espera que la inicie',
    ambiguous: '¿Cuál es el pago?',
    suggestion: '¿Van juntos?',
    delivery: 'Se desistió de una entrega',
    question: 'Un archivo de extracto espera una respuesta',
    logins: '{n} ingresos esperan por usted',
    accounts: '{n} cuentas lo necesitan',
    payments: '{n} pagos lo necesitan',
    first: '{account} y otras',
  },
} as const satisfies Record<ShellLanguage, object>

export type Words = Readonly<Record<keyof (typeof words)['en'], string>>

export const wordsIn = (language: ShellLanguage): Words => words[language]

/** For a language tag such as `es-UY`; English for what we do not speak. */
export const wordsFor = (locale: string): Words => wordsIn(locale.toLowerCase().startsWith('es') ? 'es' : 'en')

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
