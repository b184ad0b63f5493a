// Practice bank ("Banco del Puerto"). Reads the credits of today and the seven days before from the bank's own JSON,
// which holds full names and the stable reference. The days overlap on purpose: a night without the program or a late
// posting loses nothing, and what is known already is left out by its external id.
//
// New since 1.0.0: the code by SMS; what only a person can do is left to a person; a session that the bank ended is noticed.

const overlapDays = 7
const dayMs = 24 * 60 * 60 * 1000
// Uruguay keeps UTC-3 all year.
const offsetMs = -3 * 60 * 60 * 1000
const codesPerLogin = 5

const trouble = [
  ['#error-bloqueo', 'account_locked: the bank has locked this user; call the bank to unlock it'],
  ['#error-credenciales', 'login_failed: the bank does not accept this user name or password'],
  ['#error-codigo-agotado', 'login_failed: code_refused: the bank takes no more codes in this login'],
  ['#error-aprobacion', 'login_failed: code_refused: the login was denied on the phone'],
  ['#form-cambio-clave', 'login_failed: must_change_password: the bank wants a new password; choose one at the bank, then enter it here'],
  ['#mantenimiento', 'navigation_failed: maintenance: the bank is closed for maintenance'],
  ['#error-interno', 'navigation_failed: bank_error: the bank answered with an error of its own'],
]

// Pages on which a login waits for a person: the picture to pick, the approval on the phone, the code in another window.
const forPerson = ['#verificacion', '#paso-aprobacion', '#codigo-en-ventana']

/** Index of the first wanted selector that shows, or -1 after the time; throws when the page shows trouble. */
async function arrive(page, wanted, timeout) {
  const found = await page.waitFor([...wanted, ...trouble.map(([selector]) => selector)], { timeout })
  if (found >= wanted.length) throw new Error(trouble[found - wanted.length][1])
  return found
}

/** As `arrive`, for the answer to something sent: says when the bank led elsewhere. A late answer says nothing about the password. */
async function answerTo(page, context, what, wanted, seconds) {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) {
    const found = await arrive(page, wanted, 1500)
    if (found !== -1) return found
    const { protocol, origin, host } = new URL(await page.url())
    if (protocol === 'chrome-error:') throw new Error(`navigation_failed: network: the bank could not be reached for ${what}`)
    if (origin !== new URL(context.loginUrl).origin) throw new Error(`navigation_failed: other_site: the bank led to ${host}`)
  }
  throw new Error(`timeout: the bank gave no answer to ${what} within ${seconds} s`)
}

/** A click on what sends a form waits until the answer begins; a late one is waited for elsewhere. */
async function send(page, selector, options) {
  await page.click(selector, { ...options, timeout: 5000 }).catch((error) => {
    if (!error.message.startsWith('timeout:')) throw error
  })
}

const formatDay = (at) => {
  const [year, month, day] = new Date(at + offsetMs).toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

/** `20/11/2026 14:05:31` → ISO with the bank's offset. */
function parseInstant(text) {
  const found = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  if (!found) throw new Error(`movements_fetch_failed: "${text}" is no date of this bank`)
  const [, day, month, year, time] = found
  return `${year}-${month}-${day}T${time}-03:00`
}

/** `1.234,56` → `1234.56` */
const parseAmount = (text) => Number(text.replaceAll('.', '').replace(',', '.'))

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function toTransaction(row) {
  const amount = parseAmount(row.importe)
  const receivedAt = parseInstant(row.fecha)
  return {
    externalId: row.referencia,
    referenceHash: await sha256([amount, receivedAt, row.referencia].join('|')),
    amount,
    currency: row.moneda,
    senderName: row.ordenante ?? undefined,
    receivedAt,
    raw: row,
  }
}

/** The form stands in the page or in its frame. */
async function codeForm(page) {
  const inFrame = await page.visible('#marco-codigo')
  const options = inFrame ? { frame: '#marco-codigo' } : {}
  if ((await page.waitFor('#form-codigo', { ...options, timeout: 15000 })) === -1)
    throw new Error('timeout: the form for the code did not appear within 15 s')
  return options
}

const countOf = async (page, options, name) => Number(await page.attribute('#form-codigo', name, options))

/** Another SMS. Says in the trail when the bank sends no more: the last code may still come. */
async function sendAgain(page, context, options) {
  const before = await countOf(page, options, 'data-reenvios')
  await send(page, '#reenviar', options)
  const found = await page.waitFor([`#form-codigo[data-reenvios="${before + 1}"]`, '#error-reenvio'], { ...options, timeout: 15000 })
  if (found !== 0) context.debugLog?.({ event: 'code_not_sent_again', level: 'warn', reason: found === 1 ? 'the bank sends no more' : 'no answer' })
}

/** Hands codes to the bank until one is taken. */
async function enterCode(page, context) {
  const options = await codeForm(page)
  for (let given = 0; given < codesPerLogin; given += 1) {
    const code = await context.requestOtp({ length: 6, type: 'numeric', purpose: 'login' }, () => sendAgain(page, context, options))
    const wrong = await countOf(page, options, 'data-intentos')
    await page.fill('#codigo', code, options)
    await send(page, '#confirmar', options)
    // The number of wrong codes tells the new answer from the one that is still there.
    const refused = `#form-codigo[data-intentos="${wrong + 1}"]`
    const found = await codeAnswer(page, [refused, '#error-codigo-vencido'], options)
    if (found === 'taken') return
    if (found === '#error-codigo-vencido') await sendAgain(page, context, options)
  }
  throw new Error(`login_failed: code_refused: the bank accepted none of ${codesPerLogin} codes`)
}

/** `taken` when the login went on, else the selector that says why not. The form and what follows it may be in two documents. */
async function codeAnswer(page, refusals, options) {
  const until = Date.now() + 30000
  while (Date.now() < until) {
    const found = await page.waitFor(refusals, { ...options, timeout: 400 })
    if (found !== -1) return refusals[found]
    if ((await arrive(page, ['#cliente', ...forPerson], 400)) !== -1) return 'taken'
  }
  throw new Error('timeout: the bank did not answer the code within 30 s')
}

const openAccounts = async (page) => {
  await page.goto('/cuentas')
  return arrive(page, ['tr.cuenta', '#form-ingreso'], 15000)
}

return {
  async login(page, context) {
    await page.goto(context.loginUrl)
    const found = await answerTo(page, context, 'the call of its login page', ['#cliente', '#form-ingreso', 'input[type=password]'], 15)
    if (found === 0) return
    if (found === 2) throw new Error('navigation_failed: page_changed: the login form of the bank is not the known one')
    for (const field of ['#usuario', '#clave', '#ingresar'])
      if (!(await page.visible(field)))
        throw new Error(`navigation_failed: page_changed: the login form has no ${field}`)
    await page.fill('#usuario', context.username)
    await page.fill('#clave', context.password)
    await send(page, '#ingresar')

    const next = await answerTo(page, context, 'user name and password', ['#cliente', '#paso-codigo', ...forPerson], 30)
    if (next === 1 && context.requestOtp) await enterCode(page, context)
  },

  async isAuthenticated(page) {
    return (await arrive(page, ['#cliente'], 1500)) === 0
  },

  async poll(page, context) {
    if (!(await page.visible('tr.cuenta'))) {
      const found = await openAccounts(page)
      if (found !== 0)
        throw new Error(`movements_fetch_failed: ${found === 1 ? 'the bank ended the session' : 'the list of accounts did not appear'}`)
    }
    const accounts = await page.rows('tr.cuenta', { number: '@data-cuenta' })
    const now = Date.parse(await page.now())
    const answers = await page.evaluate(
      async ({ numbers, from, until }) =>
        Promise.all(
          numbers.map(async (number) => {
            const query = new URLSearchParams({ desde: from, hasta: until })
            const answer = await fetch(`/cuentas/${number}/movimientos-del-dia.json?${query}`)
            return { number, status: answer.status, body: answer.ok ? await answer.json() : null }
          }),
        ),
      { numbers: accounts.map((account) => account.number), from: formatDay(now - overlapDays * dayMs), until: formatDay(now) },
      { timeout: 30000 },
    )
    const failed = answers.find((answer) => answer.status !== 200)
    if (failed) {
      // The page still shows the accounts; opening it anew shows that the session is over.
      if (failed.status === 401) await openAccounts(page)
      throw new Error(
        failed.status === 401
          ? 'movements_fetch_failed: the bank ended the session'
          : `movements_fetch_failed: account ${failed.number} answered with status ${failed.status}`,
      )
    }
    const credits = answers.flatMap((answer) => answer.body.movimientos).filter((row) => row.tipo === 'C')
    context.debugLog?.({ at: new Date(now).toISOString(), event: 'poll_summary', accounts: accounts.length, credits: credits.length })
    return Promise.all(credits.map(toTransaction))
  },

  async keepAlive(page) {
    const isOver = await page.evaluate(() => fetch('/cuentas').then((answer) => answer.redirected))
    if (isOver) await page.goto('/cuentas')
  },
}
