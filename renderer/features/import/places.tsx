import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { type Said, useFileWords } from '../../shared/file-words.ts'
import classes from './import.module.css'

/** A place in a file: its line where it has one, and what is wrong or asked there. */
export interface Place extends Said {
  readonly line: number | null
}

const most = 100

/** The places in a file among what a refusal lists; a field of a form, or the import that is in the way, is none. */
export const placesOf = ({ issues }: Failure): Place[] =>
  issues.flatMap(({ line = null, code, message, params }) =>
    code === undefined ? [] : [{ line, code, message, params }],
  )

/** The first of many line numbers, for a button. */
export const firstOf = (lines: readonly number[]): string =>
  `${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', …' : ''}`

/** The file of an archive that the archive was refused for, among the places that are named. */
export const memberOf = (places: readonly Pick<Failure['issues'][number], 'code' | 'params'>[]): string | null => {
  const path = places.find(({ code }) => code === 'archive_member')?.params?.path
  return path === undefined ? null : String(path)
}

/** The places that a file was refused for, in the window's language. */
export function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation()
  const words = useFileWords()
  if (places.length === 0) return null
  return (
    <ul className={classes.places}>
      {places.slice(0, most).map(({ line, ...said }) => (
        <li key={`${line} ${said.code} ${said.message}`}>
          {line !== null && <b>{t('fileImport.line', { line })}: </b>}
          {words.place(said)}
        </li>
      ))}
    </ul>
  )
}
