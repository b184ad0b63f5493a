/**
 * Words that many companies share. They say what a company does, not which one it is, so they weigh little; and a person
 * has none of them, so they tell a company's name from a person's.
 */
export const businessWords =
  // Spanish and Portuguese
  'abastecimiento academia aceros administracion administradora aduanas agencia agraria agrario agricola agro agropecuaria ' +
  'agropecuario ahorro alimentos almacen almacenes alquiler alquileres amigos argentina articulos asesores asesoria ' +
  'asistencia asociacion asociados associacao atelier auto autoescuela automotora automotores autopartes autos banco bar ' +
  'barraca barrio bazar belleza bodega bodegas boutique cabana cafe cafeteria caja camara canal carnes carniceria carpinteria ' +
  'cargas carga casa cementos central centro cereales cerrajeria cervejaria cerveceria civil clinica club cobranzas colegio ' +
  'combustibles comercial comercializadora comercio compania compras comunicaciones confecciones confeccoes confiteria ' +
  'conjunto construccion construcciones construcoes construtora constructora consultora consultores consultoria consultorio ' +
  'consorcio contable contabil contadores cooperativa corporacion corralon cosmeticos credito creditos culinaria cultural ' +
  'cueros decoracion departamento deportes deportivo deposito depositos desarrollo desarrollos deposito despensa direccion ' +
  'discos diseno distribucion distribuciones distribuidor distribuidora distribuidores drogaria drogueria edificio editora ' +
  'editorial educacion electricidad electronica emporio empresa empresas emprendimientos energia ensino entretenimiento ' +
  'equipamientos equipos escola escribania escritorio escuela espacio establecimiento establecimientos estacion estancia estetica estudio estudios ' +
  'exportaciones exportadora exportacoes fabrica familia farmaceutica farmacia fazenda ferreteria ferretera ferragens ferragem ' +
  'fideicomiso fiduciaria filhos financiera financeira flores floreria floricultura forestal frigorifico frutas fruteria fundacao fundacion ' +
  'ganadera gas gastronomia general gestion gimnasio global gomeria granja gremio grafica grupo hacienda helados heladeria ' +
  'hermanas hermanos herederos herreria hijas hijos hipermercado horas horticola horticolas hosteria hotel hoteles hospital ' +
  'imprenta importaciones importacoes importadora indumentaria industria industrial industriales industrias informatica ' +
  'ingenieria engenharia iniciativas inmobiliaria imobiliaria imoveis inmuebles instalaciones instituto integral integrales ' +
  'internacional internacionales inversiones inversora investimentos irmaos joyeria joalheria juridico juridica juguetes ' +
  'kiosco quiosco laboratorio laboratorios lacteos lanchonete lavadero lavanderia libreria livraria liceo limpieza limpeza ' +
  'locacoes logistica lojas loja luz madeiras maderas mantenimiento maquinaria maquinarias maquinas mar maritima maritimo ' +
  'marmoles materiales materiais mayorista mecanica medica medico mercado mercados merceria metalurgica mina minera minimercado ' +
  'ministerio mobiliaria moda modas motores motos mudanzas mueble muebles mundial mundo municipal musica mutual mutualista ' +
  'nacional naviera negocios obras odontologia oficina optica organizacion padaria panaderia panificadora papeleria papelaria ' +
  'parque parrilla parroquia particular pasteleria peluqueria perfumeria pesca pesquera petrolera pinturas pizzeria pizzaria plastica ' +
  'plasticos policlinica posada posto pousada prefeitura prestaciones produccion producciones producoes productora productores ' +
  'productos produtos profesional profesionales promocion promotora propiedades proveedora proyectos publicidad quimica ' +
  'quimicos quinta radio rapida rapido recursos red refrigeracion regalos regional remates rent rentas repostaje repuestos ' +
  'representaciones representacoes residencial restaurante restaurantes ropa rural salon salud saude sanatorio sanitaria segura seguridad ' +
  'seguranca seguro seguros semillas servicio servicios servico servicos sindicato sistemas social sociedad sociedade societe ' +
  'solucion soluciones solucoes suministros supermercado supermercados sucesores superior taller talleres tecnica tecnicas ' +
  'tecnico tecnologia tecnologias tecnologica telecomunicaciones television textil textiles tienda tiendas tintoreria transporte ' +
  'transportes transportadora transportista turismo turistica turistico union universidad universidade universal vehiculos venta ' +
  'ventas veterinaria viajes viagens vidrieria vidrios vinos vinicola vitivinicola vivero viviendas zapateria ' +
  // English
  'academy accounting advisors advisory agency agricultural air airlines alliance apparel appliances architects art arts ' +
  'associates association auto automotive bakery bank bar beauty beverages bike books boutique brokers brothers bros builders ' +
  'building business cafe capital care cars cargo carriers catering center centre charity chemicals church cleaning clinic ' +
  'clothing club coffee college commerce commercial communications community computer computers construction consultants ' +
  'consulting contractors council courier craft creative credit data daughters dental department design designs development ' +
  'developments digital distribution distributors drinks dynamics education electric electrical electronics energy engineering ' +
  'engineers enterprise enterprises entertainment equipment estate estates events express exports fabrics farm farms fashion ' +
  'film finance financial fisheries fishing fitness food foods foundation freight fruit fuel furniture garage garden gardens ' +
  'global group grocery guesthouse hair hardware health healthcare heating holding holdings holidays home homes hospital hotel hotels house ' +
  'imports industrial industries insurance interiors international investment investments jewelry jewellers kitchen laboratories ' +
  'labs landscaping law leasing leather legal logistics machinery maintenance management manufacturing marine market marketing ' +
  'markets materials meats mechanical media medical metals mining mobile motor motors music network networks nursery office oil ' +
  'optical orchards organic packaging painting paper parts partners partnership pharma pharmacy photography pizza plastics ' +
  'plumbing power practice press print printing products production productions professional properties property publishing ' +
  'realty recruitment records rental rentals repair repairs research resources restaurant retail salon school seafood securities ' +
  'security service services shipping shop shops society software solar solutions sons spa sport sports staffing steel stone storage ' +
  'store stores strategies studio studios supplies supply support surgery systems tailors taxi tech technical technologies ' +
  'technology telecom textile textiles theatre timber tools tour tourism tours toys trade traders trading training transport ' +
  'transportation travel trust tutors universal university utilities ventures veterinary video warehouse waste watches water web wholesale ' +
  'wine wines wood works workshop worldwide yarns ' +
  // German, Dutch, Nordic
  'agentur anlagenbau apotheke arbeit architekten arzt autohaus backerei baeckerei bank bau baugesellschaft bauunternehmen ' +
  'beratung betrieb betriebe bruder brueder buchhandlung buro buero dienst dienste dienstleistungen druckerei elektro ' +
  'elektrotechnik energie fahrschule fahrzeuge familie firma fleischerei fliesen garten gartenbau gastehaus gasthaus gasthof ' +
  'gebaudereinigung gebruder gebrueder genossenschaft gesellschaft grosshandel handel handels handelsgesellschaft handwerk haus ' +
  'hausverwaltung heizung holz holzbau hotel immobilien industrie ingenieure ingenieurburo institut kanzlei kaufhaus kinder ' +
  'klinik konditorei kosmetik kunst lager lebensmittel malermeister maschinen maschinenbau metallbau metzgerei mobel moebel ' +
  'nachfolger nachlass optik partner pension pflegedienst physiotherapie planung praxis rechtsanwalte rechtsanwaelte reederei reinigung ' +
  'reisen reiseburo restaurant sanitar schlosserei schreinerei schule sohn sohne soehne software spedition stadtwerke stahl ' +
  'stahlbau steuerberater strassenbau tankstelle technik technische technischen technisches tischlerei tochter toechter transporte ' +
  'umwelt unternehmen verein verlag vermietung versicherung versicherungen vertrieb verwaltung weingut werbung werk werke ' +
  'werkstatt wohnbau wohnungsbau zentrum zusammenarbeit ' +
  'aannemer aannemersbedrijf apotheek bakkerij bedrijf beheer bloemen boekhandel bouw bouwbedrijf diensten drukkerij gebroeders ' +
  'groep handelsonderneming huis installatie kapper logistiek makelaardij onderneming ontwerp restaurant schilder schilderwerken ' +
  'slagerij stichting tandarts techniek textiel transport tuin verhuur vereniging verzekeringen winkel zonen zoon ' +
  'aktiebolag bageri bil bilar brodrene broderna bygg byggeri byggnads eiendom ejendomme elektriska entreprenor fabrik fastigheter ' +
  'fiskeri forening forlag forretning forsakring frisor handelsbolag hus invest konsult mobler rederi regnskab skog sonner svets ' +
  'tjenester transport utleie vaerksted verkstad verksted kauppa kiinteisto metsa osuuskunta rakennus ' +
  // French, Italian
  'agence alimentation amis ameublement artisan assurances ateliers automobile automobiles bijouterie boucherie boulangerie brasserie ' +
  'bureau cabinet caisse chantier charcuterie charpente chauffage coiffure commerce compagnie conseil constructions cooperative ' +
  'cordonnerie cuisine cuisines decoration distribution domaine ecole editions electricite energies enfants entreprise entreprises ' +
  'epicerie espace etablissements etablissement etudes exploitation fermes filles fils finances fleuriste fleurs fournitures frere freres gestion ' +
  'habitat hotellerie immobilier immobiliere imprimerie industrie industries informatique ingenierie institut investissement ' +
  'investissements jardin jardins librairie laboratoire location logistique magasin maconnerie maison maisons materiaux menuiserie ' +
  'meubles mutuelle nettoyage notaires optique papeterie patisserie peinture pharmacie plomberie primeurs produits publicite ' +
  'restauration sante securite serrurerie service services soeurs studio syndicat technique techniques tissus toiture tourisme ' +
  'traiteur transports travaux vacances vetements viandes vins voyages ' +
  'abbigliamento agenzia albergo alimentari ambiente amministrazione architettura arredamenti artigiana assicurazioni associati ' +
  'associazione attrezzature autofficina autotrasporti azienda azienda bar bottega calzature cantina carpenteria carrozzeria cartoleria ' +
  'centro ceramiche comune commerciale condominio confezioni consorzio consulenza cooperativa costruzioni distribuzione ditta ' +
  'edile edilizia editrice elettrica elettronica energia enoteca eredi fabbrica falegnameria farmacia ferramenta figli fondazione ' +
  'fornitura forno fratelli gelateria gestione gioielleria gruppo immobiliare impianti impresa imprese industria industrie ' +
  'informatica ingegneria investimenti istituto laboratorio lavanderia lavorazioni legnami libreria macchine macelleria magazzini ' +
  'maglificio materiali meccanica mobili molino negozio officina officine oleificio osteria ottica panificio parrucchiere pasticceria ' +
  'pelletteria pizzeria prodotti progetti pulizie ristorante salumificio scuola servizi servizio sistemi societa sorelle spedizioni ' +
  'stamperia studio supermercati tessile tessuti tipografia trasporti trattoria turismo vendita viaggi vini vivai ' +
  // Polish, Turkish, Czech, Hungarian, Romanised Russian
  'apteka biuro budowa budowlane centrum doradztwo drukarnia dystrybucja fundacja handel handlowa handlowe handlowy hurtownia instytut ' +
  'kancelaria ksiegarnia meble nieruchomosci piekarnia produkcja przedsiebiorstwo przychodnia restauracja serwis sklep spedycja ' +
  'spoldzielnia stolarski stowarzyszenie szkola transport uslugi uslugowe uslugowo wydawnictwo wytwornia zaklad zaklady zarzad ' +
  'anonim dis eczane eczanesi elektrik emlak gida hizmetleri insaat ithalat ihracat kirtasiye lojistik makina makine market mobilya nakliyat ' +
  'otel otomotiv pazarlama plastik sanayi sigorta sirketi tarim tekstil ticaret turizm yapi ' +
  'obchod sluzby stavby vyroba doprava sklo vino bor kereskedelmi szolgaltato epito torgovlya stroy servis agro ' +
  // What groups call themselves
  'associados asociados associati associes partners compania company companhia compagnie group grupo gruppe gruppo groupe groep holding ' +
  'holdings club comite iglesia igreja eglise kirche parroquia sucursal filial branch ' +
  // What a payer text may add about a family or an estate
  'persona numero prueba escuela'

/** Additions that leave a company the same company: "Harbour Fabrics" and "Harbour Fabrics & Associates". */
export const softBusinessWords =
  'asociados asociadas associados associates associati associes partners partner partenaires socios company compania companhia compagnie ' +
  'cia group grupo gruppe gruppo groupe groep empresa unipersonal firma ditta the'

/** Where a company is, or which part of it: of little weight, but two different ones are two companies. */
export const placeWords =
  'uruguay argentina brasil brazil chile paraguay bolivia peru ecuador colombia venezuela mexico espana portugal italia francia ' +
  'alemania europa europe america latinoamerica latam mercosur usa africa asia oriente occidente germany deutschland france italy ' +
  'spain poland polska turkey turkiye china japan korea india austria schweiz suisse svizzera belgium belgie nederland holland ' +
  'danmark norge sverige suomi finland england scotland ireland wales london paris madrid barcelona sevilla valencia lisboa porto ' +
  'roma milano torino napoli berlin hamburg munchen muenchen koln koeln frankfurt wien zurich geneve bruxelles amsterdam rotterdam ' +
  'kobenhavn oslo stockholm helsinki warszawa krakow praha budapest bucuresti athens istanbul ankara izmir montevideo salto paysandu ' +
  'rivera maldonado punta colonia durazno canelones buenos aires cordoba mendoza rosario tucuman santiago valparaiso asuncion lima ' +
  'quito guayaquil bogota medellin cali caracas guadalajara monterrey puebla sao paulo rio janeiro belo horizonte curitiba alegre ' +
  'brasilia recife salvador fortaleza york texas california florida miami chicago boston norte sur sul sud sol nord ost west east ' +
  'north south este oeste leste nordeste noroeste sudeste suroeste oriental occidental central austral septentrional litoral costa ' +
  'plata rio mar oceano atlantico pacifico andes andino andina pampa patagonia sierra cerro monte bahia puerto playa lago laguna isla ' +
  'valle campo ciudad pueblo villa barrio plaza esquina calle avenida ruta puente kilometro centro'

/** Ordinary words that stand in company names: each exists, so none is a typing error of another. */
export const ordinaryWords =
  'aguila alba alianza alto alta amanecer amigo amarillo ancla angel arco arbol arena aroma arte atlas aurora azteca azul bella bello ' +
  'blanco blanca boa bonita bosque brasa brava bravo brisa bueno buena caballo cabo camino campeon canto cantabria casona castillo ceiba ' +
  'ceibo ceibos ceibal chica chico cielo cima cisne clara claro cometa condor condores corona coral cristal cruz cumbre delfin delta diamante ' +
  'dorada dorado dos dulce eden elite encanto espiga esperanza espejo estrella eureka europa excelencia faro favorita fenix feliz firme ' +
  'flor florida fortuna fuego fuente gallo gaviota gigante girasol gloria gran grande grano halcon hogar honda horizonte hornero iberia ' +
  'ideal imagen imperial imperio independencia ingles jardin jazmin joven joya justo largo larga leon libertad lider lince lirio llama ' +
  'loma luna luz madre maestro magia mango manantial margarita mariposa mayor maya mejor menor mesa metro milenio mirador moderna moderno ' +
  'molino montana nave negro negra nido nieve noble norteno nova novo nube nueva nuevo oasis obelisco olimpo oliva olivo onda oro orquidea ' +
  'oso paloma palma palmar palmas palmera panda pantera parador paraiso pasion patria paz perla piedra pino pinos piramide pluma polar ' +
  'porvenir prado primavera primera primero princesa principe progreso puma puro quebrada quetzal rama real reina rey roble roja rojo ' +
  'rosa rosas rosada roja sabor sal salvaje san santa santo selva selecta serena sereno siglo sirena solar sombra sueno suave tango tero ' +
  'tesoro tierra tigre tilos tornillo toro torre torres total tres tridente trigal trigo triunfo tropical trueno unica unico unidos unidas ' +
  'vega vela veloz venus verano verde vereda vertice victoria vida vieja viejo viento virgen vista viva volcan zafiro zorro arroyo arroyos ' +
  'action active advance alpha alfa angel apex apple arrow aspen atlas bay beacon bear beta big bird black blue bluebird bold bright ' +
  'bridge brown castle cedar cherry city classic clear cloud coast compass coral corner crest crown crystal dark delta diamond direct ' +
  'dragon dream eagle early earth echo eden elite emerald empire evergreen excel falcon fast field fire first flag focus forest fox fresh ' +
  'frontier future galaxy gate gem giant glen gold golden good grand great green grey grove harbor harbour hawk heaven heritage high ' +
  'highland hill hills horizon ideal imperial infinity iron island ivory jade jet junction key king kings lake lakeside land leaf legacy ' +
  'liberty light lighthouse lily link lion little long lotus lucky magic main maple master meadow metro mid modern moon mountain new next ' +
  'nova oak oasis ocean old olive omega onyx orange orchid orion palace palm park peak pearl phoenix pine pioneer planet platinum point ' +
  'polar premier prestige pride prime pro pure quality queen quick rainbow rapid raven red regal ridge right ring rise rising river rock ' +
  'rocket rose royal ruby safe sand sapphire sea select shadow shield shore silver simple sky smart snow spark spring star stars sterling ' +
  'stone storm stream summit sun sunny sunrise sunset super swift terra tiger top total tower town tree trinity triple triumph true twin ' +
  'ultra union united unity urban valley value vega victory view village vision vista vital wave way west white wild willow wind wing ' +
  'winner wolf wonder world yellow young zen zenith zone roja rojo azul verde negra blanco deutsche deutscher norddeutsche alte alter neue neuer ' +
  'rot blau grun grosse kleine bella bello nuova nuovo vecchia grande petit petite belle beau vieux nouveau nouvelle rouge bleu vert noir'
