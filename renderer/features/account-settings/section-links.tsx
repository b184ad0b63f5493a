import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import type { Completeness } from './check.ts'
import type { SectionName } from './form.ts'
import { CompletenessMark } from './section.tsx'
import classes from './settings.module.css'

interface Props {
  base: string
  sections: readonly { readonly name: SectionName; readonly completeness: Completeness; readonly hasError: boolean }[]
}

/** The sections as a table of contents: complete, incomplete, with an error. */
export function SectionLinks({ base, sections }: Props) {
  const { t } = useTranslation()
  return (
    <nav className={classes.contents} aria-label={t('settings.contents')}>
      {sections.map(({ name, completeness, hasError }) => (
        <NavLink key={name} to={`${base}/${name}`} className={classes.link ?? ''} replace>
          {t(`settings.section.${name}`)}
          {hasError ? (
            <span style={{ color: 'var(--bad)', fontWeight: 600 }} title={t('settings.hasError')}>
              !
            </span>
          ) : (
            <CompletenessMark completeness={completeness} short />
          )}
        </NavLink>
      ))}
    </nav>
  )
}
