import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionNames, readCall } from '../../main/core/browser/action-inputs.ts'

describe('calls from the script room', () => {
  it('takes what an action may have and fills up what was left out', () => {
    expect(readCall('click', ['#go'])).toEqual({ name: 'click', args: ['#go', null] })
    expect(readCall('check', ['#box', null, { timeout: 5 }])).toEqual({
      name: 'check',
      args: ['#box', null, { timeout: 5 }],
    })
    expect(readCall('rows', ['tr', { id: '@id' }])).toMatchObject({ name: 'rows' })
  })

  it.each([
    ['constructor', []],
    ['__proto__', []],
    ['toString', []],
    ['hasOwnProperty', ['goto']],
    ['close', []],
    ['', []],
    ['click', []],
    ['click', [{ selector: '#go' }]],
    ['click', ['#go', { timeout: 60_001 }]],
    ['click', ['#go', { timeout: -1 }]],
    ['click', ['#go', { force: true }]],
    ['click', ['#go', null, 'more']],
    ['fill', ['#go', 12]],
    ['fill', ['#go', 'x'.repeat(10_001)]],
    ['sleep', [30_001, 'too long']],
    ['sleep', [Number.NaN, 'no number']],
    ['sleep', [10, '']],
    ['waitFor', [[]]],
    ['rows', ['tr', { id: 3 }]],
    ['url', ['http://other']],
  ])('refuses %s %j', (name, args) => {
    expect(readCall(name, args)).toBeInstanceOf(Error)
  })

  it('never throws and never lets an unknown action through', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(...actionNames, '__proto__', 'constructor')),
        fc.array(fc.anything(), { maxLength: 5 }),
        (name, args) => {
          const call = readCall(name, args)
          if (!(call instanceof Error)) expect(actionNames).toContain(call.name)
        },
      ),
    )
  })
})
