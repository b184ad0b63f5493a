import { useTranslation } from 'react-i18next'
import classes from './banks.module.css'

/** The code with its line numbers. */
export function SourceView({ code }: { code: string }) {
  const { t } = useTranslation()
  const lines = code.replace(/\r?\n$/, '').split(/\r?\n/)
  return (
    <section className={classes.code} aria-label={t('scripts.sourceLabel')}>
      <table className={classes.lines}>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a version never move
            <tr key={index}>
              <td className={classes.number}>{index + 1}</td>
              <td className={classes.text}>{line}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
