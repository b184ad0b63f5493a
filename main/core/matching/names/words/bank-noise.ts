/** Words of the bank, never of a payer's name: left out wherever they stand in front of the name or after it. */
export const bankWords =
  '转账 转帐 汇款 轉帳 匯款 chuyen khoan ' +
  'prichozi platba prijata okamzita uhrada odchozi jovairas atutalas utalas incasare ordonator uplata isplata nalogodavac priliv doznaka ' +
  'supernet itaulink motif link ebanking ebank homebank netbank brounet buzonera directo directa receipt receipts eletronico eletronica electronico electronica ct sct ' +
  'spi lbtr sinap debin cvu transferbank sip cce bccr sinpe peticion bce tips rtgs ccas rtp interac etransfer upi neft rtgs imps fpx paynow duitnow promptpay ' +
  'entre cuentas ctas cuenta propia propias terceros tercero cliente clientes interbancaria interbancario interbancarias interbanc intrabancaria ' +
  'cheque cheques chq nequi daviplata pse yape plin mercadopago prex midinero dlocal paypal payoneer revolut nubank sinpe sinpemovil ' +
  'via mobile movil celular ventanilla mostrador pagos redpagos abitab cobros cobro recaudacion haberes sueldo sueldos acreditacion acreditado ' +
  'favor acreedor deudor originante titular rzn remesa giro giros enviado enviada enviou env recb receb reci rec rcb recib rcbd recv ' +
  'transferido transferida transfers xfer trfs trfr trftr trnsf transff transfs tranfer tranferencia transferen transfere transferenc deposit deposits dpto deposito ' +
  'agendamento agendada agendado programada programado automatico automatica debaut lcto lancamento lanc liq liquidacion liquidacao crd crdto cdto cto ' +
  'standing order bp bankgiro plusgiro autogiro betaling overfoert modtaget fra mottatt mobilepay siirto tilisiirtona panolle saapuva maksu ' +
  'ecriture remise virt vrmt virpermanent perm permanent faveur recus emis mandat tip vads prlv cheq ' +
  'bonif bonifi disposizione distinta ordine beneficiario accr accreditato vostra vostro favore causale cro trnr giroconto ' +
  'gutschr ueberw uberw ueberweisungsgutschrift uberweisungsgutschrift lastschrift basislastschrift sepagutschrift terminueberweisung dauerauftragsgutschrift lohn gehalt ' +
  'przelewu natychmiastowy blik elixir tytul tytulem zlecenie uznanie wplata kasa ' +
  'hesaba hesap gonderen alici aciklama odeme yatirma transferi islem ' +
  'transf transfer transferencia transferencias buzon vs trf trfa transfe tranf trans tra trn tef tfr trasferimento ' +
  'inm inmediato inmediata inmed imediato immediato instant instantaneo instantanea inst istantaneo ' +
  'cred credito creditos credit credits cr recibido recibida recibidas recebido recebida recebidos recebimento recibo received rcvd recu recue ricevuto ' +
  'pix sepa ted doc tev abono abonos dep depositos efectivo cobranza pago pgto pagto pagamento pagamentos payment payments ' +
  'paymnt pymt pmt vir virement virements vrt bonifico bonifici bon accredito uberweisung ueberweisung gutschrift dauerauftrag zahlung zahlungseingang ' +
  'eingang echtzeit echtzeituberweisung umbuchung faster fps fpi fp bgc bacs chaps wire ach fedwire zelle venmo incoming inbound inward remittance ' +
  'przelew przychodzacy wplyw przelewy otrzymany spei bizum mbway mb havale eft gelen giden fast overforing overforsel overfort innbetaling ' +
  'insattning inbetalning swish vipps girering tilisiirto overschrijving overboeking bijschrijving storting ideal ' +
  'ordenante ord ordte remitente remit rem remt remetente remittente remitter sender emisor originador orig originator ordinante mandante debitor ' +
  'way zleceniodawca nadawca auftraggeber payer benef beneficiary name nombre nome concepto conc motivo descripcion detalle referencia ref refer ' +
  'reference verwendungszweck zweck kundenreferenz eref mref svwz kref notprovided nonref noref unknown desconocido sin datos ' +
  'venta tarjeta card cartao carta karte visa mastercard maestro amex pos debito debit deb cta conta kto konto account acct acc ' +
  'sucursal agencia branch filial terminal term aut autoriz auth authorization autorizacion nsu lote cupon ticket comprobante comp cbte nro num ' +
  'numero no nr factura fact fac fatura fattura ft fc invoice inv rg rechnung rech re rnr ped orden oc op operacion operation id ' +
  'ci cuit cuil rut ruc cpf cnpj nif nie dni rfc curp nit cif cedula ced documento tin vat ust pesel nip iban bic swift cbu cvu clabe ' +
  'bank brou bbva bcp bci scotia banorte banamex citibanamex bancolombia davivienda interbank bnp paribas unicredit intesa sanpaolo rabobank abn amro sparkasse volksbank commerzbank postbank dkb barclays lloyds natwest hsbc chase wells fargo boa pko mbank ziraat garanti akbank nordea danske dnb seb heritage bandes itau santander scotiabank galicia bradesco caixa bapro bco netbanking ebrou homebanking internet online web app atm cajero ' +
  'fecha date datum hora time value valor importe amount betrag uyu usd eur ars brl clp mxn pen cop gbp chf pln sek nok dkk tr trx txn'

/** What a payer writes beside the name: what the money is for, and for which month. */
export const purposeWords =
  'cuota cuotas luz agua gas mensualidad mensualidades mensual mes saldo sena senal anticipo adelanto alquiler renta honorarios pedido compra reserva matricula inscripcion ' +
  'expensas gastos comunes prestamo devolucion reintegro varios vto vencimiento mensalidade parcela aluguel sinal boleto entrada rent balance monthly membership fee fees ' +
  'subscription booking donation miete rate beitrag kaution spende loyer facture acompte cotisation affitto acconto quota faktura faktury czynsz rata oplata oplate ' +
  'enero febrero marzo abril mayo junio julio agosto setiembre septiembre octubre noviembre diciembre ene feb mar abr jul ago set sep oct nov dic ' +
  'janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro january february march april june july august september october november december ' +
  'januar februar marz maerz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre ' +
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre'

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

/** What follows is the payer, whatever the bank says before: "BONIFICO A VS FAVORE ORD: ROSSI". */
export const payerLabels = new Set(
  'ord ordte ordenante rem remt remite remitente remetente remittente ordinante mandante auftraggeber debitor zleceniodawca nadawca sender remitter originator emisor pagador'.split(
    ' ',
  ),
)

/** Words between the bank's own and the name: "TRANSF DE", "BONIFICO DA", "ZELLE FROM". */
export const bankJoiners = new Set(
  'de del da do di du from von od fra fran by of para por to a su en van par po per des'.split(' '),
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
