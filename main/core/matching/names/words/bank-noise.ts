/** Words of the bank, never of a payer's name: left out wherever they stand in front of the name or after it. */
export const bankWords =
  'transf transfer transferencia transferencias transferencia transferido transferida trf trfa transfe tranf trans tra trn tef tfr trasferimento ' +
  'inm inmediato inmediata inmed imediato immediato instant instantaneo instantanea inst istantaneo ' +
  'cred credito creditos credit credits cr recibido recibida recibidas recebido recebida recebidos recebimento recibo received rcvd recu recue ricevuto ' +
  'pix sepa sct ted doc tev abono abonos dep deposito depositos efectivo cobro cobranza pago pagos pgto pagto pagamento pagamentos payment payments ' +
  'paymnt pymt pmt vir virement virements vrt bonifico bonifici bon accredito accr uberweisung ueberweisung gutschrift dauerauftrag zahlung zahlungseingang ' +
  'eingang echtzeit echtzeituberweisung umbuchung faster fps fpi fp bgc bacs chaps wire ach fedwire zelle venmo incoming inbound inward remittance ' +
  'przelew przychodzacy wplata wplyw przelewy otrzymany spei bizum mbway mb havale eft gelen giden fast overforing overforsel overfort innbetaling ' +
  'insattning inbetalning swish vipps girering tilisiirto giro overschrijving overboeking bijschrijving storting ideal ' +
  'ordenante ord ordte remitente remit rem remt remetente remittente remitter sender emisor originador orig orig originator ordinante mandante debitor ' +
  'mb way zleceniodawca nadawca auftraggeber payer beneficiario benef beneficiary name nombre nome concepto conc motivo descripcion detalle referencia ref refer ' +
  'reference verwendungszweck zweck kundenreferenz eref mref svwz eref kref notprovided nonref noref unknown desconocido sin nombre datos ' +
  'venta compra tarjeta card cartao carta karte visa mastercard maestro amex pos debito debit deb cuenta cta ctas conta kto konto account acct acc ' +
  'sucursal suc agencia branch filial terminal term aut autoriz auth authorization autorizacion nsu lote cupon ticket comprobante comp cbte nro num ' +
  'numero no nr factura fact fac fatura fattura ft fc invoice inv rg rechnung rech re rnr pedido ped orden order oc op operacion operation id ' +
  'ci cuit cuil rut ruc cpf cnpj nif nie dni rfc curp nit cif cedula ced doc documento tin vat ust pesel nip iban bic swift cbu cvu clabe ' +
  'brou bbva itau santander scotiabank hsbc galicia bradesco caixa bapro bco netbanking ebrou homebanking internet online web app atm cajero ' +
  'fecha date datum hora time value valor importe amount betrag uyu usd eur ars brl clp mxn pen cop gbp chf pln sek nok dkk tr trx txn'

/** In front of the name these alone are enough to know that the bank speaks; "Ted" and "Visa" are not. */
export const plainBankWords = new Set(
  (
    'transf transfer transferencia transferencias trf trfa transfe tranf tef tfr inm inmediato inmediata imediato pix sepa sct cred credito credit ' +
    'abono dep deposito recibido recibida recebido recebida received pago pagto pgto pagamento payment virement vir bonifico uberweisung ueberweisung ' +
    'gutschrift dauerauftrag zahlung zahlungseingang echtzeit faster fpi fps bgc bacs chaps wire ach zelle incoming remittance przelew wplata spei bizum ' +
    'mbway havale eft overforing overforsel overfort innbetaling insattning swish vipps overschrijving overboeking ordenante ord remitente rem remetente ' +
    'remittente ordinante zleceniodawca nadawca auftraggeber nombre nome name tarjeta cartao accredito ebrou efectivo notprovided nonref noref tev cr'
  ).split(' '),
)

/** Words between the bank's own and the name: "TRANSF DE", "BONIFICO DA", "ZELLE FROM". */
export const bankJoiners = new Set(
  'de del da do di du from von od fra fran by of para por to a en van par po per des'.split(' '),
)

/** A number follows that belongs to the label and not to the name. */
export const numberLabels = new Set(
  (
    'ci cuit cuil rut ruc cpf cnpj nif nie dni rfc curp nit cif cedula ced doc documento tin vat pesel nip iban bic swift cbu cvu clabe cta cuenta conta ' +
    'kto konto account acct acc suc sucursal agencia branch terminal term aut autoriz auth autorizacion nsu lote cupon ticket comprobante comp cbte ' +
    'factura fact fac fatura fattura ft fc invoice inv rg rechnung rech rnr pedido ped orden order oc op operacion operation id ref refer referencia ' +
    'reference eref mref kref tarjeta card visa mastercard maestro amex cro trn tel telefono cel phone'
  ).split(' '),
)

/** Introduces a number that may be part of a name: "Escuela Nro 12". */
export const numberSigns = new Set('nro no num numero nr n numer'.split(' '))

export const currencyCodes = new Set(
  'uyu usd eur ars brl clp mxn pen cop pyg bob gbp chf pln sek nok dkk czk huf ron try'.split(' '),
)
