import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { AccountSettings, Mode } from '../../api-types.ts'
import { problemsOf, reservedIn } from './check.ts'
import { type Values, valuesOf } from './form.ts'

/** The form over saved settings, checked as spec 6.4 will check it again. */
export function useSettingsForm(saved: AccountSettings | null, mode: Mode | null) {
  const { t } = useTranslation()
  const hasCredentials = saved?.bank_username != null
  return useForm<Values>({
    initialValues: valuesOf(saved),
    validateInputOnBlur: true,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(problemsOf(values, { mode, hasCredentials })).map(([field, problem]) => [
          field,
          t(`settings.problem.${problem}`, { keys: reservedIn(values.webhook_extra_fields).join(', ') }),
        ]),
      ),
  })
}

export type SettingsForm = ReturnType<typeof useSettingsForm>
