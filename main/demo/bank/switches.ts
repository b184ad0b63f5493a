import { second } from '../../core/time.ts'
import { address, choice, count, flag, type Switch } from '../control/switches.ts'
import { type Behaviour, codePlaces, movementPlaces, secondFactors } from './behaviour.ts'

/** What the control page offers. */
export const switchesOf = (behaviour: Behaviour): Switch[] => [
  choice(behaviour, 'secondFactor', 'After the password', secondFactors),
  choice(behaviour, 'codePlace', 'The form for the code is in', codePlaces),
  flag(behaviour, 'botCheck', 'Ask to pick a picture'),
  flag(behaviour, 'mustChangePassword', 'Demand a new password'),
  count(behaviour, 'codeLifeMs', 'A code is good for, s', second),
  count(behaviour, 'wrongCodesAllowed', 'Wrong codes until the login ends'),
  count(behaviour, 'resendsAllowed', 'New codes per login'),
  count(behaviour, 'sessionIdleMs', 'A session ends when idle for, s', second),
  flag(behaviour, 'maintenance', 'Closed for maintenance'),
  flag(behaviour, 'renamedLogin', 'Login form: other names'),
  flag(behaviour, 'extraLoginField', 'Login form: one field more'),
  address(behaviour, 'loginFormAction', 'Login form: sent to'),
  address(behaviour, 'redirectTo', 'Login page leads to'),
  address(behaviour, 'redirectSubmitTo', 'Submitted login leads to'),
  choice(behaviour, 'movementsIn', 'The list of movements is in', movementPlaces),
]
