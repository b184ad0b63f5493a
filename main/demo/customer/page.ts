import { html, raw } from 'hono/html'
import type { ListedOrder, ReceivedWebhook } from './customer-system.ts'

const style = `
body { margin: 0; background: #f7f7f8; color: #1c1f23; font: 14px/1.45 system-ui, "Noto Sans", Arial, sans-serif; }
header { background: #3b2f52; color: #fff; padding: 14px 28px; font-size: 18px; font-weight: 600; }
header small { font-size: 13px; font-weight: 400; opacity: .8; margin-left: 10px; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 24px 28px; max-width: 1400px; }
section { background: #fff; border: 1px solid #e2e2e6; border-radius: 8px; padding: 8px 16px 14px; align-self: start; }
h2 { font-size: 16px; } h2 span { color: #6a6f78; font-weight: 400; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
th { text-align: left; color: #6a6f78; font-weight: 600; border-bottom: 1px solid #d8d8de; padding: 6px 8px; white-space: nowrap; }
td { padding: 6px 8px; border-bottom: 1px solid #efeff2; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.empty { color: #6a6f78; }
.state { white-space: nowrap; }
@media (max-width: 900px) { main { grid-template-columns: 1fr; } }
`

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))

const amount = (value: unknown) =>
  typeof value === 'number' ? value.toLocaleString('en', { minimumFractionDigits: 2 }) : text(value)

const mark = (order: ListedOrder, webhooks: readonly ReceivedWebhook[]) => {
  const last = webhooks.findLast((each) => each.accepted && each.payload?.external_id === order.external_id)
  switch (last?.payload?.status) {
    case 'matched':
      return '✓ paid'
    case 'ambiguous':
      return '? ambiguous'
    case 'expired':
      return '⏱ expired'
    default:
      return '– waiting'
  }
}

/** What a person at the customer sees: what is expected and what was reported, newest first. Reloads itself. */
export const customerPage = (
  orders: readonly ListedOrder[],
  webhooks: readonly ReceivedWebhook[],
) => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="3">
  <title>Orders · Telares del Sur</title><style>${raw(style)}</style>
</head>
<body>
  <header>Telares del Sur <small>order system of a customer, for demonstrations and tests</small></header>
  <main>
    <section id="orders">
      <h2>Expected payments <span>${orders.length}</span></h2>
      ${
        orders.length === 0
          ? html`<p class="empty">No expected payments.</p>`
          : html`<table><thead><tr><th>Order</th><th>Payer</th><th class="number">Amount</th><th>State</th></tr></thead>
      <tbody>${orders.map(
        (order) => html`<tr><td>${text(order.external_id)}</td><td>${text(order.name)}</td>
        <td class="number">${amount(order.amount)} ${text(order.currency)}</td><td class="state">${mark(order, webhooks)}</td></tr>`,
      )}</tbody></table>`
      }
    </section>
    <section id="webhooks">
      <h2>Received webhooks <span>${webhooks.length}</span></h2>
      ${
        webhooks.length === 0
          ? html`<p class="empty">Nothing received yet.</p>`
          : html`<table><thead><tr><th>Time</th><th>About</th><th>Status</th><th class="number">Amount</th><th>Answer</th></tr></thead>
      <tbody>${webhooks.toReversed().map(
        (
          each,
        ) => html`<tr><td>${new Date(each.at).toISOString().slice(11, 19)}</td><td>${text(each.payload?.external_id ?? each.payload?.id)}</td>
        <td>${text(each.payload?.status ?? 'movement')}</td><td class="number">${amount(each.payload?.amount)} ${text(each.payload?.currency)}</td>
        <td>${each.accepted ? 'accepted' : each.authorized ? 'not accepted' : 'refused: wrong token'}</td></tr>`,
      )}</tbody></table>`
      }
    </section>
  </main>
</body>
</html>`
