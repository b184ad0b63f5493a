// Practice bank ("Banco del Puerto"). Reads the credits of today and the seven days before from the bank's own JSON,
// which holds full names and the stable reference. The days overlap on purpose: a night without the program or a late
// posting loses nothing, and what is known already is left out by its external id.

const overlapDays = 7
const dayMs = 24 * 60 * 60 * 1000
// Uruguay keeps UTC-3 all year.
const offsetMs = -3 * 60 * 60 * 1000

const trouble = [
  ['#error-bloqueo', 'account_locked: the bank has locked this user; call the bank to unlock it'],
  ['#error-credenciales', 'login_failed: the bank does not accept this user name or password'],
  ['#mantenimiento', 'navigation_failed: the bank is closed for maintenance'],
  ['#error-interno', 'navigation_failed: the bank answered with an error of its own'],
]

/** Index of the first wanted selector that shows, or -1 after the time; throws when the page shows trouble. */
async function arrive(page, wanted, timeout) {
  const found = await page.waitFor([...wanted, ...trouble.map(([selector]) => selector)], { timeout })
  if (found >= wanted.length) throw new Error(trouble[found - wanted.length][1])
  return found
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

return {
  async login(page, context) {
    await page.goto(context.loginUrl)
    const found = await arrive(page, ['#form-ingreso', '#cliente'], 15000)
    if (found === 1) return
    if (found === -1) throw new Error('navigation_failed: the login form of the bank did not appear')
    await page.fill('#usuario', context.username)
    await page.fill('#clave', context.password)
    await page.click('#ingresar')
  },

  async isAuthenticated(page) {
    return (await arrive(page, ['#cliente'], 1500)) === 0
  },

  async poll(page, context) {
    if (!(await page.visible('tr.cuenta'))) {
      await page.goto('/cuentas')
      if ((await arrive(page, ['tr.cuenta'], 15000)) === -1)
        throw new Error('movements_fetch_failed: the list of accounts did not appear')
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
    if (failed)
      throw new Error(`movements_fetch_failed: account ${failed.number} answered with status ${failed.status}`)
    const credits = answers.flatMap((answer) => answer.body.movimientos).filter((row) => row.tipo === 'C')
    context.debugLog?.(JSON.stringify({ at: new Date(now).toISOString(), event: 'poll_summary', accounts: accounts.length, credits: credits.length }))
    return Promise.all(credits.map(toTransaction))
  },

  async keepAlive(page) {
    await page.evaluate(() => fetch('/cuentas').then((answer) => answer.status))
  },
}
