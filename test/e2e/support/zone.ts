/** Of the browser and of the program: both stand on the same computer. Far from UTC, so that their days differ. */
export const zone = 'America/Montevideo'

/** The calendar day there, `YYYY-MM-DD`. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format()
