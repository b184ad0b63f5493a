import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { useAct } from '../../shared/use-act.ts'
import { confirmLevels } from './confirm-levels.tsx'
import { type Field, fieldOfFailure, firstSection, type SectionName, sectionOf, valuesOf } from './form.ts'
import { reveal } from './reveal.ts'
import { saveSettings } from './store.ts'
import type { SettingsForm } from './use-settings-form.ts'

/**
 * Saves the form and leads to what stands in the way: the first field with an error, also when the program found it.
 * `failure` is a refusal that belongs to no field.
 */
export function useSave(accountId: string, form: SettingsForm) {
  const { i18n } = useTranslation()
  const act = useAct()
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = useRef<SectionName | null>(null)

  // After drawing, when the field with the error is on the page.
  useEffect(() => {
    if (wanted.current === null) return
    reveal(wanted.current, true)
    wanted.current = null
  })

  const refuse = (refused: Failure, field: Field | null) => {
    if (field === null) return setFailure(refused)
    form.setFieldError(field, failureText(refused))
    wanted.current = sectionOf(field)
  }

  const submit = form.onSubmit(
    async (entered) => {
      setBusy(true)
      setFailure(null)
      await act(async () => {
        try {
          if (!(await confirmLevels(i18n.t, accountId, form))) return
          const next = valuesOf(await saveSettings(accountId, entered))
          form.setInitialValues(next)
          form.setValues(next)
        } catch (error) {
          refuse(asFailure(error), fieldOfFailure(asFailure(error)))
          throw error
        }
      })
      setBusy(false)
    },
    (errors) => {
      wanted.current = firstSection(Object.keys(errors))
    },
  )
  return { submit, busy, failure }
}
