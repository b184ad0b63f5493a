import type { Control } from '../bank-window/control.ts'
import { gateActions } from '../bank-window/gate.ts'
import type { PageActions } from '../browser/types.ts'

/**
 * The script's acts wait while a person has the page. In a step that the login itself asked a person for, the script may
 * go on looking, so that it sees when the step is done.
 */
export function gateForPerson(actions: PageActions, control: Control): PageActions {
  const waiting = gateActions(actions, control)
  const isStep = () => control.acting.actor === 'person' && control.acting.reason === 'step'
  const look =
    <Args extends unknown[], Answer>(
      now: (...args: Args) => Promise<Answer>,
      later: (...args: Args) => Promise<Answer>,
    ) =>
    (...args: Args) =>
      isStep() ? now(...args) : later(...args)
  return {
    ...waiting,
    url: look(actions.url, waiting.url),
    waitFor: look(actions.waitFor, waiting.waitFor),
    visible: look(actions.visible, waiting.visible),
    text: look(actions.text, waiting.text),
    attribute: look(actions.attribute, waiting.attribute),
    rows: look(actions.rows, waiting.rows),
  }
}
