// Second practice bank ("Caja Rural del Este"). One page that draws itself, a code by text message at every login, the
// activity of the last eight days in a frame, and a session that ends after three idle minutes: made to be kept awake.

const codesPerLogin = 5

const trouble = [
  ['#locked', 'account_locked: the bank has locked this membership; call the bank to unlock it'],
  ['#sign-in-error', 'login_failed: the bank does not accept this member number or passphrase'],
  ['#codes-spent', 'login_failed: code_refused: the bank takes no more codes in this login'],
  ['#new-passphrase-step', 'login_failed: must_change_password: the bank wants a new passphrase; choose one at the bank, then enter it here'],
  ['#closed', 'navigation_failed: maintenance: the bank is closed for maintenance'],
  ['#service-error', 'navigation_failed: bank_error: the bank answered with an error of its own'],
]

/** Index of the first wanted selector that shows, or -1 after the time; throws when the page shows trouble. */
async function arrive(page, wanted, timeout) {
  const found = await page.waitFor([...wanted, ...trouble.map(([selector]) => selector)], { timeout })
  if (found >= wanted.length) throw new Error(trouble[found - wanted.length][1])
  return found
}

/** As `arrive`, for the answer to something sent. A late answer says nothing about the passphrase. */
async function answerTo(page, what, wanted, seconds) {
  const found = await arrive(page, wanted, seconds * 1000)
  if (found === -1) throw new Error(`timeout: the bank gave no answer to ${what} within ${seconds} s`)
  return found
}

/** Another text message. Says in the trail when the bank sends no more: the last code may still come. */
async function sendAgain(page, context) {
  await page.click('#send-again')
  const found = await page.waitFor(['#code-sent', '#no-more-codes'], { timeout: 15000 })
  if (found !== 0) context.debugLog?.({ event: 'code_not_sent_again', level: 'warn', reason: found === 1 ? 'the bank sends no more' : 'no answer' })
}

/** Hands codes to the bank until one is taken. Every message of the page goes as soon as something is sent: what shows is new. */
async function enterCode(page, context) {
  for (let given = 0; given < codesPerLogin; given += 1) {
    const code = await context.requestOtp({ length: 6, type: 'numeric', purpose: 'login' }, () => sendAgain(page, context))
    await page.fill('#one-time-code', code)
    await page.click('#verify')
    const found = await answerTo(page, 'the code', ['#member', '#code-error', '#code-late'], 30)
    if (found === 0) return
    if (found === 2) await sendAgain(page, context)
  }
  throw new Error(`login_failed: code_refused: the bank accepted none of ${codesPerLogin} codes`)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const offsets = { EST: '-05:00', EDT: '-04:00' }
const two = (value) => String(value).padStart(2, '0')

/** `Nov 20, 2026, 9:05:31 AM EST` → ISO. The bank's own EST or EDT decides, also in the hour that comes twice. */
function parseInstant(text) {
  const found = /^(\w{3}) (\d{2}), (\d{4}), (\d{1,2}):(\d{2}):(\d{2}) ([AP])M (E[SD]T)$/.exec(text)
  if (!found || !months.includes(found[1])) throw new Error(`movements_fetch_failed: "${text}" is no date of this bank`)
  const [, month, day, year, hour, minute, second, half, zone] = found
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0)
  return `${year}-${two(months.indexOf(month) + 1)}-${day}T${two(hours)}:${minute}:${second}${offsets[zone]}`
}

/** `$1,234.56` → `1234.56` */
function parseAmount(text) {
  const found = /^\$([\d,]+\.\d{2})$/.exec(text)
  if (!found) throw new Error(`movements_fetch_failed: "${text}" is no amount of this bank`)
  return Number(found[1].replaceAll(',', ''))
}

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function toTransaction(row) {
  const amount = parseAmount(row.in)
  const receivedAt = parseInstant(row.posted)
  return {
    externalId: row.ref,
    referenceHash: await sha256([amount, receivedAt, row.ref].join('|')),
    amount,
    currency: 'USD',
    senderName: row.counterparty || undefined,
    receivedAt,
    raw: row,
  }
}

const sessionEnded = () => new Error('movements_fetch_failed: the bank ended the session')

const inFrame = { frame: '#ledger' }
const columns = { ref: '@data-ref', posted: '.posted', description: '.description', counterparty: '.counterparty', in: '.money-in', out: '.money-out' }

/** The rows of one account, freshly drawn. */
async function readAccount(page, number) {
  const drawn = `#entries[data-account="${number}"]`
  const times = await page.attribute(drawn, 'data-loaded', inFrame)
  if (times === null) await page.select('#account', number)
  else await page.click('#refresh', inFrame)
  const fresh = times === null ? `${drawn}[data-loaded]` : `${drawn}[data-loaded="${Number(times) + 1}"]`
  const until = Date.now() + 20000
  while (Date.now() < until) {
    const found = await page.waitFor([fresh, '#ledger-error'], { ...inFrame, timeout: 1000 })
    if (found === 0) return page.rows('tr.entry', columns, inFrame)
    if (found === 1) throw new Error(`movements_fetch_failed: the activity of account ${number} could not be loaded`)
    if (await page.visible('#sign-in')) throw sessionEnded()
  }
  throw new Error(`movements_fetch_failed: the activity of account ${number} did not appear within 20 s`)
}

return {
  async login(page, context) {
    await page.goto(context.loginUrl)
    const found = await answerTo(page, 'the call of its login page', ['#member', '#code-step', '#sign-in', 'input[type=password]'], 20)
    if (found === 0) return
    if (found === 3) throw new Error('navigation_failed: page_changed: the login form of the bank is not the known one')
    if (found === 2) {
      await page.fill('#member-id', context.username)
      await page.fill('#passphrase', context.password)
      await page.click('#sign-in-button')
      if ((await answerTo(page, 'member number and passphrase', ['#member', '#code-step'], 30)) === 0) return
    }
    if (context.requestOtp) await enterCode(page, context)
  },

  async isAuthenticated(page) {
    return (await arrive(page, ['#member'], 1500)) === 0
  },

  async poll(page, context) {
    if ((await arrive(page, ['#member', '#sign-in'], 15000)) !== 0) throw sessionEnded()
    const accounts = await page.rows('#account option', { number: '@value' })
    const rows = []
    for (const { number } of accounts) rows.push(...(await readAccount(page, number)))
    const credits = rows.filter((row) => row.in !== '')
    context.debugLog?.({ at: await page.now(), event: 'poll_summary', accounts: accounts.length, credits: credits.length })
    return Promise.all(credits.map(toTransaction))
  },

  async keepAlive(page) {
    const status = await page.evaluate(() => fetch('/api/session/touch', { method: 'POST' }).then((answer) => answer.status))
    // The page still looks signed in; opening it anew shows that the session is over.
    if (status === 401) await page.goto('/')
  },
}
