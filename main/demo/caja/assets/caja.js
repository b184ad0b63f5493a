const app = document.querySelector('#app')

/** `element('p', { id: 'x' }, 'text', child)` */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value)
    else if (value === true) made.setAttribute(key, '')
    else if (value !== false) made.setAttribute(key, value)
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => null)
  if (!answer) return { status: 0, body: {} }
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) }
}

const note = (id, text, kind = 'bad') => element('p', { id, class: kind, role: 'status' }, text)

const field = (id, label, type = 'text') => [
  element('label', { for: id }, label),
  element('input', { id, type, autocomplete: 'off', required: true }),
]

const typed = (id) => document.getElementById(id).value

const clearNotes = () => {
  for (const old of app.querySelectorAll('.bad, .good')) old.remove()
}

/** A card with a form; the messages go as soon as it is sent. */
function formCard({ id, title, text, notes, fields, button, send, extra = [] }) {
  const submit = async (event) => {
    event.preventDefault()
    clearNotes()
    const pressed = app.querySelector(`#${button.id}`)
    pressed.disabled = true
    await send()
  }
  app.replaceChildren(
    element(
      'form',
      { id, class: 'card', onsubmit: submit },
      element('h1', {}, title),
      text ? element('p', { class: 'soft' }, text) : null,
      ...notes,
      ...fields.flat(),
      element('button', { id: button.id, type: 'submit' }, button.label),
      ...extra,
    ),
  )
}

const trouble = (status) =>
  status === 503
    ? note('closed', 'We are closed for scheduled maintenance. Please come back later.')
    : note('service-error', 'Something went wrong on our side. Please try again later.')

const onlyNote = (message) => app.replaceChildren(element('section', { class: 'card' }, message))

async function signIn(notes = []) {
  const setup = await call('GET', '/api/setup')
  if (setup.status !== 200) return onlyNote(trouble(setup.status))
  const ids = setup.body.renamed
    ? {
        form: 'access',
        member: 'user-code',
        secret: 'secret-word',
        button: 'enter',
        labels: ['User code', 'Secret word', 'Enter'],
      }
    : {
        form: 'sign-in',
        member: 'member-id',
        secret: 'passphrase',
        button: 'sign-in-button',
        labels: ['Member number', 'Passphrase', 'Sign in'],
      }
  formCard({
    id: ids.form,
    title: 'Welcome back',
    text: 'Sign in with the member number on your card.',
    notes,
    fields: [
      field(ids.member, ids.labels[0]),
      field(ids.secret, ids.labels[1], 'password'),
      ...(setup.body.extraField ? [field('branch', 'Branch')] : []),
    ],
    button: { id: ids.button, label: ids.labels[2] },
    async send() {
      const memberId = typed(ids.member)
      const { status, body } = await call('POST', '/api/session', { memberId, passphrase: typed(ids.secret) })
      if (status === 200) return draw(body)
      if (status === 423)
        return onlyNote(
          note('locked', 'This membership is locked after too many attempts. Please call us to unlock it.'),
        )
      if (status !== 401) return onlyNote(trouble(status))
      const left = body.attemptsLeft === null ? '' : ` Attempts left: ${body.attemptsLeft}.`
      await signIn([note('sign-in-error', `The member number or the passphrase is not right.${left}`)])
      document.getElementById(ids.member).value = memberId
    },
  })
}

function codeStep(state, notes = []) {
  const again = async () => {
    clearNotes()
    const { status, body } = await call('POST', '/api/session/code/resend')
    if (status === 200)
      return codeStep(state, [
        note(
          'code-sent',
          `A new code is on its way; the former one no longer works. You can ask for ${body.left} more.`,
          'good',
        ),
      ])
    if (status === 429) return codeStep(state, [note('no-more-codes', 'We cannot send more codes in this sign-in.')])
    return status === 409 ? start() : onlyNote(trouble(status))
  }
  formCard({
    id: 'code-step',
    title: 'One more step',
    text: `We sent a text message with ${state.length} digits to your phone.`,
    notes,
    fields: [field('one-time-code', 'Code')],
    button: { id: 'verify', label: 'Verify' },
    extra: [
      element('button', { id: 'send-again', type: 'button', class: 'plain', onclick: again }, 'Send another code'),
    ],
    async send() {
      const { status, body } = await call('POST', '/api/session/code', { code: typed('one-time-code') })
      if (status === 200) return draw(body)
      if (status === 410) return signIn([note('codes-spent', 'Too many wrong codes. Please sign in again.')])
      if (status === 409) return start()
      if (status !== 422) return onlyNote(trouble(status))
      codeStep(state, [
        body.error === 'late_code'
          ? note('code-late', 'This code is too old. Ask for another one.')
          : note('code-error', `This code is not right. Attempts left: ${body.left}.`),
      ])
    },
  })
}

function newPassphrase(notes = []) {
  formCard({
    id: 'new-passphrase-step',
    title: 'Time for a new passphrase',
    text: 'Yours has expired. Choose a new one to go on.',
    notes,
    fields: [
      field('new-passphrase', 'New passphrase', 'password'),
      field('repeat-passphrase', 'Once more', 'password'),
    ],
    button: { id: 'save-passphrase', label: 'Save' },
    async send() {
      const passphrase = typed('new-passphrase')
      if (passphrase !== typed('repeat-passphrase'))
        return newPassphrase([note('passphrase-error', 'The two do not match.')])
      const { status, body } = await call('POST', '/api/session/password', { passphrase })
      if (status === 200) return draw(body)
      if (status === 409) return start()
      if (status !== 422) return onlyNote(trouble(status))
      newPassphrase([
        note('passphrase-error', `Take at least ${body.shortest} characters, and not the old passphrase.`),
      ])
    },
  })
}

function inside({ member, accounts }) {
  const frame = element('iframe', { id: 'ledger', title: 'Activity' })
  const show = (number) => {
    frame.src = `/ledger?account=${encodeURIComponent(number)}`
  }
  const leave = async () => {
    await call('DELETE', '/api/session')
    start()
  }
  app.replaceChildren(
    element(
      'header',
      {},
      element('strong', { id: 'member' }, member),
      element(
        'select',
        { id: 'account', 'aria-label': 'Account', onchange: (event) => show(event.target.value) },
        ...accounts.map(({ number, name }) => element('option', { value: number }, `${name} ${number}`)),
      ),
      element('button', { id: 'sign-out', type: 'button', class: 'plain', onclick: leave }, 'Sign out'),
    ),
    frame,
  )
  show(accounts[0]?.number ?? '')
}

function draw(state) {
  switch (state.state) {
    case 'code':
      return codeStep(state)
    case 'new-password':
      return newPassphrase()
    case 'in':
      return inside(state)
    default:
      return signIn(state.ended ? [note('session-over', 'Your session has ended. Please sign in again.', 'good')] : [])
  }
}

async function start() {
  const { status, body } = await call('GET', '/api/session')
  if (status === 200) await draw(body)
  else onlyNote(trouble(status))
  app.removeAttribute('aria-busy')
}

start()
