/** A login that waits for a person. */
export const assistance = {
  assistance: {
    title: 'The bank wants a code',
    badge: { otp: 'Enter code', page: 'Open bank page' },
    waiting: { otp: 'Waiting for a code', page: 'Waiting for you' },
    step: 'Waiting for you',
    enter: {
      numeric: 'Enter the {{n}} digits that the bank has sent you.',
      alphanumeric: 'Enter the {{n}} characters that the bank has sent you.',
    },
    refused: 'The bank refused the last code. Enter another one.',
    resent: 'The bank was asked to send a new code. The newest one counts.',
    attempts: 'Asked {{n}} times so far',
    lookAtPage: 'Look at the bank’s page',
    toBankPage: 'Go on at the bank’s page',
    tab: 'Bank page',
    ended: {
      fulfilled: 'The bank has let the login in: {{name}}',
      expired: 'Nobody answered the bank in time, the login was given up: {{name}}',
    },
    toastTitle: 'The bank waits for you',
  },
}
