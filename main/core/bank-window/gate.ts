import type { PageActions } from '../browser/types.ts'
import type { Control } from './control.ts'

/** The acts of a script, each of which waits while a person has the page. The clock and pauses go on. */
export function gateActions(actions: PageActions, control: Pick<Control, 'whenScriptMayAct'>): PageActions {
  const gated =
    <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      await control.whenScriptMayAct()
      return act(...args)
    }
  return {
    goto: async (...args) => {
      // Before the first page is open there is nothing that a person could act on: it opens all the same.
      if ((await actions.url()) !== 'about:blank') await control.whenScriptMayAct()
      return actions.goto(...args)
    },
    url: gated(actions.url),
    fill: gated(actions.fill),
    type: gated(actions.type),
    click: gated(actions.click),
    press: gated(actions.press),
    select: gated(actions.select),
    check: gated(actions.check),
    waitFor: gated(actions.waitFor),
    visible: gated(actions.visible),
    text: gated(actions.text),
    attribute: gated(actions.attribute),
    rows: gated(actions.rows),
    evaluate: gated(actions.evaluate),
    download: gated(actions.download),
    now: actions.now,
    sleep: actions.sleep,
  }
}
