import { z } from '@hono/zod-openapi'
import type { BankProfile } from './types.ts'

const loginWays = ['password', 'code', 'page'] as const

export const bankProfileSchema = z
  .object({
    login_ways: z.array(z.enum(loginWays)).openapi({
      description: 'User name and password; besides, a one-time code (`code`) or a step only a person can do (`page`)',
    }),
    hosts: z.array(z.string()).openapi({ description: 'What the browser of this bank may reach' }),
    time_zone: z.string(),
    locale: z.string(),
  })
  .openapi('BankProfile')

const stepsForPerson = new Set(['needs-person', 'bot-check'])

/** A bank without an address is never opened: nobody logs in there. */
export function profileBody(profile: BankProfile): z.infer<typeof bankProfileSchema> {
  const { loginUrl, outcomes, rules, timeZone, locale } = profile
  const can = {
    password: loginUrl !== null,
    code: outcomes.some(({ result }) => result === 'needs-code'),
    page: outcomes.some(({ result }) => stepsForPerson.has(result)),
  }
  return {
    login_ways: loginWays.filter((way) => can[way]),
    hosts: rules.map(({ host, below, port }) => `${below ? '*.' : ''}${host}${port === 443 ? '' : `:${port}`}`),
    time_zone: timeZone,
    locale,
  }
}
