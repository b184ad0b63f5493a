import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'
import type { Settings } from '../settings/service.ts'

/** Limits of spec 6, kept in memory: a restart forgets them, which costs an attacker on this computer a restart. */
export interface RateLimits {
  /** 5 in 15 minutes per client address. */
  login(address: string): Promise<void>
  /** Confirming and switching off the second factor: 5 in 15 minutes per client address. */
  secondFactor(address: string): Promise<void>
  /** 3 an hour per client address. */
  register(address: string): Promise<void>
  /** 5 codes in 10 minutes per account, over both entry points together. */
  code(accountId: string): Promise<void>
}

const limit = (points: number, duration: number) => {
  const limiter = new RateLimiterMemory({ points, duration })
  return async (key: string) => {
    try {
      await limiter.consume(key)
    } catch (cause) {
      throw new AppError('limited', 'rate.limited', 'Too many requests, please try again later', { cause })
    }
  }
}

export const createRateLimits = (): RateLimits => ({
  login: limit(5, 15 * 60),
  secondFactor: limit(5, 15 * 60),
  register: limit(3, 60 * 60),
  code: limit(5, 10 * 60),
})

/** The limit of the whole API, off unless the setting says otherwise; the desktop window is never limited. */
export function createApiLimit(settings: Settings): (address: string) => Promise<void> {
  const perWindow = () => settings.get().api_requests_per_15_minutes
  let current = limit(perWindow(), 15 * 60)
  settings.onChange(() => {
    current = limit(perWindow(), 15 * 60)
  })
  return async (address) => {
    if (perWindow() > 0 && address !== 'window') await current(address)
  }
}
