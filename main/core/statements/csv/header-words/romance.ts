import type { HeaderWords } from '../roles.ts'

export const french: HeaderWords = {
  bookingDate:
    'date de comptabilisation|date comptable|date d operation|date operation|date de l operation|dateop|date ope|date de transaction|date transaction|date de l ecriture|date d execution|date de reglement|date d enregistrement|date d ecriture|date de la transaction|date op|date de debut|date',
  valueDate: 'date de valeur|date valeur|valeur|dateval|date val|date de la valeur',
  amount:
    'montant|montant de l operation|montant operation|montant net|net|montant de la transaction|montant en devise du compte|montant en euros|montant eur|montant transaction|solde de l operation|somme',
  debit:
    'debit|debits|montant debit|retrait|retraits|sortie|sorties|depense|depenses|montant au debit|debit euros|montant debite',
  credit:
    'credit|credits|montant credit|depot|depots|entree|entrees|recette|recettes|montant au credit|credit euros|montant credite|versement',
  indicator: 'sens|debit credit|credit debit|sens de l operation|d c|signe',
  currency: 'devise|monnaie|monn|devise du compte|code devise|devise compte|devise du mouvement|devise de transaction',
  balance: 'solde|solde apres operation|solde du compte|solde comptable|solde courant|solde progressif|solde apres',
  counterpartyName:
    'contrepartie|nom de la contrepartie|beneficiaire|nom contrepartie|nom|nom du tiers|tiers|nom du beneficiaire|contrepartie nom|donneur d ordre|nom du partenaire|fournisseur|suppliers found|nom de la contre partie|partenaire|nom contrepartie contient',
  counterpartyAccount:
    'compte contrepartie|compte de la contrepartie|iban contrepartie|numero de compte contrepartie|contrepartie compte|compte beneficiaire|compte partie adverse|iban du partenaire|iban du beneficiaire',
  counterpartyBank: 'bic contrepartie|banque contrepartie|bic banque contrepartie',
  remittance:
    'libelle|libelle operation|libelle de l operation|description|detail|details|communication|communications|libelle simplifie|motif|informations complementaires|libelle complet|libelle court|description 1|description 2|description 3|information complementaire|reference de paiement|communication 1|communication 2|nature de l operation|detail de l operation|libelle interbancaire|texte de notification|texte comptable|message|libelle 1|libelle 2|intitule|label|details du mouvement|objet|description1|description2|description3',
  reference: 'reference|reference client|ref|reference de l operation|reference operation|num ref|numero de reference',
  transactionId:
    'n de transaction|numero de transaction|no de transaction|identifiant|numero d operation|n operation|id transaction|numero de l operation|num operation|no transaction|numero d ordre|numero de sequence|transaction no',
  type: 'type|type operation|type d operation|type de transaction|type de l operation|nature|transaction|code operation|type transaction',
  status: 'statut|etat',
  ownAccount:
    'numero de compte|compte|iban|compte donneur d ordre|n de compte|produit|numero compte|no compte|compte n|numero carte|accountnum|iban compte|compte numero|no de compte',
  originalAmount:
    'montant d origine|montant en devise|montant devise|montant initial|montant en devise d origine|montant en monnaie etrangere',
  originalCurrency: 'devise d origine|devise etrangere|devise initiale|devise originale',
  rate: 'cours|taux de change|cours de change|taux',
  fee: 'frais|commission|commissions|frais et commissions|frais de transaction',
  endToEndId: 'reference de bout en bout|reference bout en bout|identifiant de bout en bout',
  mandateId: 'mandat|reference mandat|reference du mandat|rum',
  creditorId: 'ics|identifiant creancier|id creancier',
  chequeNo: 'numero de cheque|n cheque|cheque|num cheque',
  ignore:
    'heure|categorie|sous categorie|pointage operation|category parent|comment|accountlabel|accountbalance|nom du compte|solde disponible|pointe|categorie parent|libelle compte|rubriques|code postal et localite|rue et numero|adresse contrepartie|note personnelle|numero extrait|extrait de compte',
  openingBalance: 'solde initial|solde de depart|ancien solde|solde precedent|solde d ouverture|solde avant operation',
}

export const spanish: HeaderWords = {
  bookingDate:
    'fecha contable|fecha de contabilizacion|fecha operacion|fecha de operacion|f operacion|fecha movimiento|fecha de movimiento|fecha transaccion|fecha de transaccion|f contable|fecha de la operacion|fecha y hora|fecha de compra|fecha del movimiento|fecha mov|fecha oper|fecha de proceso|fecha ejecucion|fecha|f operativa|f oper|f operacion|fecha oper|f contable|f movimiento|f mov|fecha de operacion|fecha del movimiento|fecha de la transaccion|fecha de transaccion',
  valueDate: 'fecha valor|f valor|fecha de valor|valor|fecha val|fvalor',
  amount:
    'importe|monto|importe eur|cantidad|importe de la operacion|monto transaccion|monto de la transaccion|importe euros|importe movimiento|importe neto|neto|monto total|importe en pesos|monto operacion|importe pesos|monto en pesos|importe total',
  debit:
    'debito|cargo|debe|cheque o cargo|cheques o cargos|debitos|cargos|egreso|egresos|retiro|retiros|importe debito|importe debe|salidas|gasto|gastos|debito s|pagos|salida|giros|monto cargo|cheques y otros cargos|debitos importe|importe cargo|monto debito|giro o cargo|retiro cargo|importe debitos',
  credit:
    'credito|abono|haber|creditos|abonos|ingreso|ingresos|deposito|depositos|importe credito|importe haber|entradas|entrada|monto abono|depositos y otros abonos|importe abono|monto credito|deposito o abono|deposito abono|consignacion|importe creditos',
  indicator:
    'cargo abono|debito credito|debe haber|tipo de movimiento debito credito|d h|signo|d c|naturaleza|abono cargo|credito debito|d c debito credito',
  currency: 'moneda|divisa|mon|divisa de la cuenta|moneda cuenta|divisa importe|moneda de la cuenta',
  balance:
    'saldo|saldo contable|saldo posterior|balance|saldos|saldo parcial|saldo final|saldo eur|saldo despues|saldo diario|saldo cuenta|saldo en pesos|saldo acumulado|saldo euros|saldo tras movimiento|saldo posterior a la operacion',
  counterpartyName:
    'beneficiario|ordenante|beneficiario ordenante|ordenante beneficiario|contraparte|nombre|titular|nombre del beneficiario|destinatario|remitente|razon social|nombre beneficiario|origen destino|emisor|comercio|establecimiento|nombre contraparte|emisor receptor|leyendas adicionales',
  counterpartyAccount:
    'cuenta destino|cuenta contraparte|cuenta beneficiario|cuenta ordenante|cuenta de destino|cuenta origen destino|cbu destino|iban contraparte|clabe|iban beneficiario|cuenta destinatario|cuenta asociada',
  counterpartyBank: 'banco|banco destino|entidad|bic|banco origen',
  remittance:
    'concepto|descripcion|detalle|mas datos|observaciones|asunto|movimiento|concepto ampliado|detalle movimiento|glosa|referencia 1|referencia 2|detalles|leyenda|concepto complementario|informacion complementaria|comentario|comentarios|concepto 1|concepto 2|remesa|descripcion de la operacion|descripcion detallada|otros datos|informacion adicional|operacion|descripcion movimiento|detalle de la operacion|leyenda 1|leyenda 2|texto|observacion|concepto movimiento|detalle de transaccion',
  reference:
    'referencia|numero de referencia|nro referencia|nro de referencia|ref|referencia numerica|num referencia|documento|numero documento|n documento|nro documento|num doc|comprobante|nro comprobante|numero de comprobante',
  transactionId:
    'numero de operacion|id transaccion|nro transaccion|n operacion|codigo de transaccion|id de operacion|nro operacion|num operacion|numero de transaccion|id movimiento|codigo de operacion|id operacion|numero movimiento|num movimiento|folio|secuencia',
  type: 'tipo|tipo de movimiento|tipo movimiento|codigo|cod transaccion|tipo de operacion|tipo operacion|categoria operacion|tipo transaccion|cod concepto|canal|tipo de transaccion|codigo concepto|grupo de conceptos',
  status: 'estado|situacion|estatus',
  ownAccount:
    'cuenta|numero de cuenta|iban|nro cuenta|n cuenta|cuenta cargo abono|nro de cuenta|num cuenta|tarjeta|cuenta numero|numero cuenta|cbu|no cuenta',
  originalAmount:
    'importe original|monto original|importe divisa|importe en divisa|monto en moneda extranjera|importe divisa original|importe moneda origen|monto moneda origen|importe en moneda extranjera',
  originalCurrency: 'moneda original|divisa original|moneda extranjera|moneda origen|divisa origen',
  rate: 'tipo de cambio|cotizacion|tasa de cambio|cambio',
  fee: 'comision|comisiones|gastos comision',
  mandateId: 'mandato|referencia mandato',
  chequeNo: 'numero de cheque|cheque|nro cheque|n cheque|num cheque',
  ignore:
    'hora|oficina|sucursal|subcategoria|categoria|saldo disponible|disponible|nombre de cuenta|codigo sucursal|dependencia|cajero|usuario|horario',
  openingBalance: 'saldo inicial|saldo anterior|saldo previo|saldo de apertura',
}

export const portuguese: HeaderWords = {
  bookingDate:
    'data movimento|data mov|data do movimento|data lancamento|data de lancamento|data operacao|data da operacao|data contabilistica|data de operacao|data transacao|data da transacao|data do lancamento|data mov to|data balancete|data contabil|data hora|data e hora|data de movimento|data',
  valueDate: 'data valor|data de valor|data val|data da valor',
  amount:
    'valor|montante|importancia|valor r|quantia|valor em r|valor da transacao|valor do lancamento|valor eur|valor em eur|montante eur|valor movimento|valor total|valor liquido',
  debit: 'debito|debitos|saida|saidas|valor debito|debito r|pagamento|despesa|saidas r|valor a debito',
  credit: 'credito|creditos|entrada|entradas|valor credito|credito r|receita|entradas r|valor a credito',
  indicator: 'debito credito|d c|natureza|tipo lancamento|sinal|c d|credito debito|tipo d c|inf|entrada saida',
  currency: 'moeda|divisa|moeda da conta',
  balance:
    'saldo|saldo contabilistico|saldo apos|saldo r|saldo apos movimento|saldo apos lancamento|saldo do dia|saldo contabil|saldos|saldo eur|saldo em eur',
  counterpartyName:
    'beneficiario|ordenante|contraparte|favorecido|nome|destinatario|remetente|razao social|nome do beneficiario|estabelecimento|favorecido ordenante|destino origem|origem destino|destino|nome contraparte',
  counterpartyAccount:
    'conta destino|conta contraparte|iban destino|conta de destino|iban contraparte|conta favorecido',
  remittance:
    'descricao|historico|descritivo|descricao do movimento|detalhe|detalhes|observacao|observacoes|informacao adicional|complemento|historico complementar|titulo|descricao da operacao|title|motivo|descricao movimento|mensagem|detalhamento hist|lancamento|dependencia origem',
  reference: 'referencia|documento|numero do documento|docto|n documento|doc|dcto|num doc|nr documento|n doc',
  transactionId:
    'identificador|id transacao|id da transacao|numero do lancamento|codigo da transacao|id movimento|codigo transacao|numero da transacao',
  type: 'tipo|tipo de movimento|tipo de transacao|cod historico|tipo movimento|tipo de operacao|categoria do movimento|transacao|tipo transacao',
  status: 'estado|situacao|status',
  ownAccount: 'conta|numero da conta|iban|n conta|nib|numero de conta|conta n|conta corrente|cartao',
  originalAmount:
    'valor original|montante original|valor em moeda estrangeira|valor moeda estrangeira|montante na moeda original',
  originalCurrency: 'moeda original|moeda estrangeira|moeda origem',
  rate: 'cambio|taxa de cambio|cotacao|taxa cambio',
  fee: 'comissao|taxa|tarifa|comissoes|taxas',
  chequeNo: 'numero do cheque|cheque|n cheque',
  ignore: 'hora|agencia|categoria|saldo disponivel|agencia origem|lote|banco|nome da conta|cod identificador',
  openingBalance: 'saldo inicial|saldo anterior|saldo de abertura',
}

export const italian: HeaderWords = {
  bookingDate:
    'data contabile|data contabilizzazione|data operazione|data registrazione|data movimento|data di registrazione|data di contabilizzazione|data transazione|data dell operazione|data esecuzione|data op|data cont|data contab|data completamento|data',
  valueDate: 'data valuta|valuta|val|data val|data di valuta',
  amount:
    'importo|importo eur|importo operazione|ammontare|importo euro|importo in euro|importo netto|importo movimento|importo transazione|importo in eur|importo valuta conto',
  debit: 'dare|addebiti|addebito|uscite|uscita|importo dare|importo addebito|addebiti eur|spese|dare eur',
  credit: 'avere|accrediti|accredito|entrate|entrata|importo avere|importo accredito|accrediti eur|avere eur|ricavi',
  indicator: 'segno|dare avere|d a|entrata uscita|addebito accredito|segno movimento',
  currency: 'divisa|valuta conto|divisa conto|moneta|codice divisa|valuta del conto|div',
  balance:
    'saldo|saldo contabile|saldo progressivo|saldo dopo operazione|saldo finale|progressivo|saldo dopo il movimento',
  counterpartyName:
    'beneficiario|ordinante|controparte|beneficiario ordinante|nome|ordinante beneficiario|nome controparte|nominativo|esercente|ragione sociale|anagrafica|nome beneficiario|nome esercente',
  counterpartyAccount:
    'iban controparte|conto controparte|iban beneficiario|conto beneficiario|iban ordinante|rapporto controparte|coordinate controparte',
  counterpartyBank: 'banca controparte|banca|bic',
  remittance:
    'descrizione|causale|descrizione operazione|descrizione completa|descrizione estesa|dettagli|note|descrizione movimento|operazione|informazioni aggiuntive|causale descrizione|dettaglio|descrizione aggiuntiva|messaggio|memo|motivo|descrizione causale|descrizione2|informazioni|dettaglio operazione|oggetto',
  reference: 'riferimento|riferimento cliente|numero riferimento|cro|rif|riferimenti|riferimento operazione',
  transactionId:
    'id transazione|numero operazione|codice identificativo|codice transazione|identificativo|numero movimento|id operazione|progressivo movimento|id movimento|trn|numero transazione',
  type: 'tipo|tipo operazione|causale abi|categoria movimento|tipologia|tipo movimento|canale|tipo transazione|codice causale|caus',
  status: 'stato|stato operazione|stato movimento',
  ownAccount:
    'conto|numero conto|rapporto|iban|conto corrente|n conto|conto o carta|numero carta|carta|numero rapporto|conto rapporto',
  originalAmount:
    'importo originale|importo in valuta|importo in divisa|importo divisa originale|importo valuta originale',
  originalCurrency: 'valuta originale|divisa originale|divisa estera|valuta estera',
  rate: 'cambio|tasso di cambio|tasso cambio',
  fee: 'commissione|commissioni|spese commissioni|costo',
  mandateId: 'mandato|id mandato|codice mandato',
  creditorId: 'codice creditore|id creditore',
  chequeNo: 'numero assegno|assegno|n assegno',
  ignore: 'ora|categoria|saldo disponibile|contabilizzazione|filiale|sottocategoria|intestatario|numero progressivo',
  openingBalance: 'saldo iniziale|saldo precedente|saldo di apertura',
}
