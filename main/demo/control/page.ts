import { html, raw } from 'hono/html'
import type { ControlState } from './state.ts'
import { style } from './style.ts'
import type { Switch } from './switches.ts'
import type { Controlled } from './types.ts'

type Html = ReturnType<typeof html>

const mostShown = 12

const time = (at: number) => new Date(at).toISOString().slice(11, 19)

const button = (path: string, label: string, fields: Record<string, string> = {}): Html => html`
  <form method="post" action="${path}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button>${label}</button></form>`

const codes = (state: ControlState): Html => {
  const [newest, ...older] = state.codes.slice(-mostShown).toReversed()
  if (!newest) return html`<p class="empty">No message was sent yet.</p>`
  return html`<p class="code" data-user="${newest.user}">${newest.code}</p>
    <p class="empty">to ${newest.user} at ${time(newest.at)} UTC${newest.resend > 0 ? `, sent again (${newest.resend})` : ''}</p>
    ${older.length > 0 ? html`<ol class="older">${older.map((each) => html`<li><code>${each.code}</code> ${each.user}, ${time(each.at)}</li>`)}</ol>` : ''}`
}

const phone = (state: ControlState): Html =>
  state.approvals.length === 0
    ? html`<p class="empty">Nobody waits for an approval.</p>`
    : html`${state.approvals.map(
        ({
          user,
          at,
        }) => html`<div class="row">“Is it you who signs in as <b>${user}</b>?” <small>${time(at)} UTC</small>
        ${button('/approve', 'Approve', { user })}${button('/deny', 'Deny', { user })}</div>`,
      )}`

const users = (state: ControlState): Html => html`
  <table><thead><tr><th>User</th><th class="number">Logins submitted</th><th>State</th><th></th></tr></thead><tbody>
  ${state.users.map(
    ({
      user,
      submissions,
      isLocked,
    }) => html`<tr data-user="${user}"><td>${user}</td><td class="number submissions">${submissions}</td>
    <td>${isLocked ? '× locked' : '✓ open'}</td><td>${isLocked ? button('/unlock', 'Unlock', { user }) : button('/lock', 'Lock', { user })}</td></tr>`,
  )}</tbody></table>
  ${
    state.submissions.length === 0
      ? ''
      : html`<ol class="older">${state.submissions
          .slice(-mostShown)
          .toReversed()
          .map((each) => html`<li>${time(each.at)} ${each.user || '(unreadable)'}: ${each.result}</li>`)}</ol>`
  }`

/** What changes by itself; the page fetches it every second. */
export const livePart = (state: ControlState): Html => html`
  <section><h2>Messages to the phone</h2>${codes(state)}</section>
  <section><h2>Approvals on the phone</h2>${phone(state)}
  ${state.botChecks.map(({ user, answer }) => html`<p>${user} is asked for a picture: it is number <b>${answer}</b>.</p>`)}</section>
  <section><h2>Logins</h2>${users(state)}
  <div class="row">${state.signedIn} signed in ${button('/end-sessions', 'End all sessions')}</div></section>`

function control(one: Switch): Html {
  const value = one.read()
  return html`<form class="switch" method="post" action="/switches" data-switch="${one.name}">
    <span>${one.label}</span><input type="hidden" name="name" value="${one.name}">
    ${
      one.choices
        ? html`<span class="choices">${one.choices.map(
            (each) => html`<button name="value" value="${each}" class="${each === value ? 'on' : ''}">${each}</button>`,
          )}</span>`
        : html`<span><input name="value" value="${value}"><button>Set</button></span>`
    }</form>`
}

const disturbing = (bank: Controlled, state: ControlState): Html => html`
  <form method="post" action="/disturb" class="grid">
    <label>Place <select name="place">${bank.places.map((place) => html`<option>${place}</option>`)}</select></label>
    <label>Late by, ms <input name="late" value="0"></label>
    <label>Next answers that fail (or “all”) <input name="failing" value="0"></label>
    <label><span><input type="checkbox" name="hangs"> never answers</span></label>
    <button>Disturb</button>
  </form>
  ${
    state.disturbed.length === 0
      ? html`<p class="empty">Nothing is disturbed.</p>`
      : html`<ul>${state.disturbed.map(
          (each) =>
            html`<li>${each.place}: ${each.hangs ? 'never answers' : `${each.lateMs} ms late, ${each.failing} failing`}</li>`,
        )}</ul>${button('/undisturb', 'End all disturbances')}`
  }`

const booking = (bank: Controlled): Html => html`
  <form method="post" action="/book" class="grid">
    <label>Account <select name="account">${bank.ledger.accounts.map(
      ({ number, currency }) => html`<option value="${number}">${number} ${currency}</option>`,
    )}</select></label>
    <label>Amount <input name="amount" placeholder="1500.00"></label>
    <label>From <input name="party" placeholder="Name of the payer"></label>
    <button>Book it</button>
  </form>`

const follow = `
const live = document.querySelector('#live')
setInterval(async () => {
  if (live.contains(document.activeElement) && document.activeElement.tagName === 'INPUT') return
  const answer = await fetch('/live').catch(() => null)
  const text = answer?.ok ? await answer.text() : null
  if (text !== null && text !== live.dataset.last) live.innerHTML = live.dataset.last = text
}, 1000)`

/** What a person uses during a demonstration. */
export const controlPage = (bank: Controlled, state: ControlState) => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Control · ${bank.name}</title><style>${raw(style)}</style>
</head>
<body>
  <header>${bank.name} <small>control page of a practice bank: what its customers' phones show, and how it behaves</small>
    <a href="${bank.loginUrl}">open the bank</a></header>
  <main>
    <div id="live">${livePart(state)}</div>
    <div>
      <section><h2>Switches</h2>${bank.switches.map(control)}</section>
      <section><h2>Slow and failing answers</h2>${disturbing(bank, state)}</section>
      <section><h2>Book an incoming payment</h2>${booking(bank)}</section>
    </div>
  </main>
  <script>${raw(follow)}</script>
</body>
</html>`
