import { z } from 'zod'
import { hostOfUrl, parseHostRule } from '../browser/allowed-hosts.ts'
import { type BankFile, loginFieldTypes, loginResults } from '../browser/types.ts'

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
const isLocale = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

const selector = z.string().trim().min(1).max(2000)

const loginPage = z.strictObject({
  path: z.string().regex(/^\/[^?#\s]*$/, 'path must begin with / and hold neither ? nor #'),
  fields: z
    .array(z.strictObject({ selector, type: z.enum(loginFieldTypes) }))
    .min(1)
    .refine((all) => new Set(all.map((one) => one.selector)).size === all.length, 'a field is listed twice')
    .refine((all) => all.some((one) => one.type === 'password'), 'one field must be a password'),
  origin: z.literal('same'),
})

export const bankCode = /^[a-z0-9-]+$/

/** The content of a `bank.json`. Unknown keys are refused: a misspelt one would otherwise be ignored in silence. */
export const bankFileSchema: z.ZodType<BankFile> = z.strictObject({
  code: z.string().regex(bankCode, 'code must consist of lower-case letters, digits and hyphens'),
  name: z.string().trim().min(1),
  loginUrl: z
    .string()
    .refine((url) => hostOfUrl(url) !== null, 'loginUrl must be an http or https address')
    .nullable(),
  status: z.enum(['ready', 'pending']),
  hosts: z.array(z.string().refine((host) => parseHostRule(host) !== null, 'not a host or host:port')),
  timeZone: z.string().refine(isTimeZone, 'not a time zone').exactOptional(),
  locale: z.string().refine(isLocale, 'not a locale'),
  login: loginPage.exactOptional(),
  outcomes: z.array(z.strictObject({ result: z.enum(loginResults), visible: selector })).exactOptional(),
  scripts: z
    .array(
      z.strictObject({
        flow: z.literal('extract_transactions'),
        version: z.string().regex(/^\d+\.\d+\.\d+$/, 'version must be x.y.z'),
        status: z.enum(['active', 'deprecated', 'review']),
      }),
    )
    .refine((all) => all.filter((one) => one.status === 'active').length <= 1, 'at most one version may be active')
    .refine((all) => new Set(all.map((one) => one.version)).size === all.length, 'a version is listed twice'),
})
