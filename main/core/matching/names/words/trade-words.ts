/** Trades, shops and what they sell: words of firms, by which a firm is told from the person it is called after. */
export const tradeWords =
  // Spanish, Portuguese
  'anonima limitada responsabilidad bomberos voluntarios secundaria lecheros infantes municipalidad intendencia copropiedad geriatrico ayuda mutua ' +
  'recreativo biblioteca popular artesanos pensionistas exterior despachantes abogados escribanos ingenieros medicos odontologos veterinarios ' +
  'freiwillige feuerwehr stiftung gemeinde krankenhaus gymnasium sportive amicale coproprietaires mairie primary housing volunteers brigade ' +
  'volontari parrocchia asilo moradores paroquia ' +
  'aberturas academia aceites acopio acquario acougue aeropuerto agrimensura agronomica agropecuaria albanileria alfareria alfombras ' +
  'almacenes alquileres amoblamientos antiguedades apicola apicultura arquitectos arquitectura artesanias asado asados aseguradora ' +
  'aserradero asesoramiento asistencial astillero autolavado automotriz automoviles autopartes avicola azulejos balneario banquetes ' +
  'barberia barraca bateria baterias bazar bebidas bicicletas bijouterie bordados bulones cabanas cafeteria calefaccion calesita camping ' +
  'canchas cantina caramelos carniceria carnes carpinteria carteleria casino catering celulares ceramicas cereales cerrajeria cerveceria ' +
  'chacinados chacra chapas charcuteria cigarreria citricola climatizacion clinicas cocinas colchones colchoneria colegio combustibles ' +
  'computacion comunicaciones conservas consultores consultoria consultorio consultorios contadores contaduria contenedores corralon ' +
  'cortinas cosmeticos cotillon cristaleria cueros curtiembre curtidos decoraciones deportes dietetica diseno diversiones droguerias ' +
  'drogueria dulceria ebanisteria ecologica editora electricidad electrodomesticos electronicos embutidos encomiendas encuadernacion ' +
  'envases equipamientos equipos escribania esmaltes espectaculos estacionamiento estacion estancias estetica etiquetas excavaciones ' +
  'fabrica faena fiambreria fideicomiso federacion fletes floreria floricultura forestal forestacion forrajes fotografia frenos fruteria ' +
  'frutas fumigaciones funeraria futbol galeria ganadera ganaderia garaje gasolinera gestoria gimnasio gomeria granja grafica graficas ' +
  'gruas guarderia helados heladeria herboristeria herrajes herreria hielo hogareno horticola hosteria iluminacion impermeabilizaciones ' +
  'importadores indumentaria inmuebles instalaciones instrumental isoterm jabones jardineria jardinero joyas jugueteria juguetes juridico ' +
  'lacteos ladrillos laminados lamparas lanas lanera lavadero lavado lavanderia lecheria legumbres lena librerias limpieza locutorio ' +
  'lubricantes lunch maderas madereras maderera maquinarias marmoleria marroquineria maternal mayorista medicamentos melonera mercaderia ' +
  'mercadinho merceria merienda metalurgica minimercado minimarket minerales minorista molduras montajes motos motocicletas mudanzas ' +
  'muebleria mueblerias neumaticos notarial odontologia odontologico oftalmologia opticas orfebreria ortopedia panaderias panificadora ' +
  'papelera parrilla parrillada parking pasteleria peajes pedicuria peinados pelletera peluqueria peluquerias perfumeria pescaderia ' +
  'pesquera pesca petroleo pileta pinturas pinturerias pintureria piscinas pizzerias plasticos plomeria podologia policlinica policlinico ' +
  'posada posto preescolar prendas productos promociones provision psicologia puericultura pulperia quesos quimica quiosco rectificadora ' +
  'recauchutajes reciclaje reciclados refrigeracion refrigerantes regalos regaleria relojeria remates remisse remises reparaciones ' +
  'reposteria residencial residencia revistas ropa rotiseria rotulos sanatorial sanitaria sastreria semilleria semillas senaletica ' +
  'seguridad sepelios serigrafia soldaduras souvenirs sporting supermercadinho tabaqueria tambo tambos tapiceria tapizados taxis teatro ' +
  'tejidos telefonia telas telecable tintoreria toldos torneria tortas tostadero trofeos uniformes vestimenta veterinarias vidrieria ' +
  'vidrios vinoteca vivero viveros vulcanizadora yerbatera zapateria zapaterias zapatos zinguieria ' +
  'acessorios adega agropecuario aviamentos barbearia bazares borracharia cabeleireiro cabeleireiros calcados camisaria cartorio casas ' +
  'chaveiro churrascaria colegios confeccoes consultorios contabil contabilidade cosmetica costura despachante diarista embalagens ' +
  'encanador escritorio estofados farmacias ferragens ferragem floricultura fotografias frigorifico funilaria hamburgueria hortifruti ' +
  'joalheria lanchonete lavajato livraria locacao locadora loja lojas lotericas madeireira malharia marcenaria mecanica mercadorias ' +
  'mercearia moveis oficina otica padaria panificadora papelaria pastelaria peixaria pescados petshop pneus pousada quitanda relojoaria ' +
  'restaurantes salgados sapataria serralheria serraria sorveteria tabacaria tintas transportadora transportadoras vidracaria ' +
  // English
  'accountancy accountants acupuncture antiques aquatics archery architect auctions automation aviation awnings bakehouse bakery bakers ' +
  'balloons banquets barbers barbershop bathrooms beauty bedding beverages bicycles bistro blacksmith blinds boatyard bodyshop boilers ' +
  'bookkeeping books bookshop boutique brewery brewers brickwork brokerage brokers builders butchers butchery cabinets cakes canvas ' +
  'caravans carpentry carpets cars caterers ceramics charters chemist chemists childcare chiropody chiropractic cider cinema cleaners ' +
  'clinic clothing coaches coachworks coffee coatings collision cosmetics couriers crafts crane creamery crematorium curtains cycles dairy ' +
  'decorators decor dental dentist dentistry designers diner distillery dressmaking driveways drilling driving drugstore drycleaners ' +
  'dyeing electricals electricians electronics embroidery engraving excavation exhausts fabrication falconry fencing fireplaces fireworks ' +
  'fishmonger fishmongers flooring florist florists flowers forge forestry foundry framing fruiterers funerals furnishings furs gallery ' +
  'gems gifts glass glazing golf granite greengrocer greengrocers greenhouse groundworks guttering gym hairdressers hairdressing handyman ' +
  'harness haulage hauliers herbal hire hosiery hypnotherapy illustration implements inks inn inspection insulation ironmongers ironworks ' +
  'jeweller joiners joinery karate kennels kiosk kitchens knitwear laundry laundrette launderette lettings library lighting limousines ' +
  'linen locksmith locksmiths lodge lumber marble marina masonry massage mechanics merchants millinery mill mills minibus mortgage museum ' +
  'nails newsagent newsagents nutrition ophthalmic optician opticians optometry osteopathy outfitters paints pallets panelbeaters parcels ' +
  'pastries patisserie pavers paving perfumery pests pet pets physio physiotherapy pianos picture pies plasterers plastering playgroup ' +
  'podiatry poultry pottery preschool preserves psychology pub pumps quarry quilts rentacar removals restaurants roasters roofing ropes ' +
  'saddlery sailing sandwiches sanitation sausages sawmill scaffolding seeds septic shoes shutters signs signage skips slaughterhouse ' +
  'smokehouse sofas spices stables stationers stationery steak sunglasses surfacing surveyors sweets tailor tannery tattoo taxidermy tavern ' +
  'tearoom tents theatrical tiling tobacconist towing tractors translations travels treecare turf tutoring tyres umbrellas undertakers ' +
  'upholsterers upholstery upvc vans vending vets village vineyard vineyards wallpaper watchmakers welding wellness windows winery ' +
  'woodwork woodworks yachts yoga zoo ' +
  // German, Dutch, Nordic
  'altenpflege antiquariat apotheken architekturburo augenoptik autovermietung badezimmer bauernhof baumarkt baumschule baustoffe ' +
  'bedachungen beerdigung bestattungen bestattung betten biergarten blumen blumenhaus bootsbau brauerei brennerei brillen bucher ' +
  'buchbinderei cafe catering computer dachdecker dachdeckerei dachtechnik drogerie eisdiele eisenwaren elektriker elektroinstallation ' +
  'entsorgung fahrrader fahrradladen fassaden feinkost fenster fensterbau ferienwohnungen fischerei fitnessstudio floristik forst ' +
  'fotostudio freibad friseur friseursalon fuhrunternehmen fusspflege galabau galerie gartnerei gaertnerei gaststatte gebaudetechnik ' +
  'geruste gerustbau getranke glaserei goldschmied goldschmiede hausmeister haustechnik hebammen heilpraktiker hofladen horgerate ' +
  'hotelbetrieb imbiss imkerei installateur isolierungen juwelier kaminbau kaserei keramik kfz kfzwerkstatt kindergarten kiosk klempner ' +
  'klempnerei konditor kosmetikstudio kranverleih krankenpflege kuchen kunstschmiede kurierdienst kurschnerei lackiererei landhandel ' +
  'landmaschinen landwirtschaft lederwaren logopadie maler malerbetrieb malerei maurer massivbau metzger mobelhaus molkerei motorrad ' +
  'muhle musikschule nahstudio obsthof ofenbau optiker orthopadie orthopadietechnik parkett pelze pferdehof pflege pflegeheim pizzeria ' +
  'polsterei puppen putzerei raumausstattung rechtsanwalt reifen reifenhandel reinigungsservice reitstall sagewerk sanitatshaus sattlerei ' +
  'schlachterei schlosser schlusseldienst schmiede schmuck schneiderei schornsteinfeger schreiner schreibwaren schuhhaus schuhe ' +
  'schuhmacher seilerei solaranlagen spielwaren sportgerate stuckateur tabakwaren tankstellen tanzschule tapeten taxiunternehmen teppiche ' +
  'textilien tierarzt tierarztpraxis tierheim tiefbau tischler topferei trockenbau uhren uhrmacher umzuge versand viehhandel ' +
  'wascherei weberei weinbau weinhandel weinkeller werbeagentur wertstoffe winzer zahnarzt zahnarztpraxis zahntechnik zeitarbeit ziegelei ' +
  'zimmerei zoohandlung zweirad bakker bandencentrale bloemist brouwerij dakdekker dierenarts drogisterij fietsen garagebedrijf hoveniers ' +
  'huisarts kaashandel kapsalon kapsalons keukens kliniek klusbedrijf koffie kwekerij loodgieter makelaars manege meubelen molen ' +
  'notariaat opticien pannenkoeken rijschool schoenen slager speelgoed stoffen stukadoor supermarkt tandartspraktijk timmerbedrijf ' +
  'timmerman uitvaart visserij vishandel wasserij wijnhandel advokat bakeri blomster elektriker frisorsalong gard glasmasteri ' +
  'hantverk kafe maleri mekaniska optiker rorlaggare rormokare skolan slakteri snickare snickeri stadservice tandlakare tomrer tryckeri ' +
  // French, Italian, Polish
  'ambulances antiquites ardoises armurerie ascenseurs atelier audioprothese autocars autoecole bains bardage barbier bazar beton ' +
  'bibliotheque blanchisserie bois boissons boulanger bourrelier bricolage brocante broderie buvette cafes camping carrelage carrelages ' +
  'carrosserie cave caves centrale ceramique champignons chantiers charbons chaudronnerie chaussures chemiserie chocolaterie chocolats ' +
  'cidrerie cinema clinique cliniques collections comptable comptables confiserie confiture couture couverture couvreur creperie cycles ' +
  'dentaire depannage dentelle distillerie drogueries droguerie ebenisterie electricien elevage emballage emballages encadrement epices ' +
  'esthetique expertise facadier faience ferme ferronnerie fleuriste forge forges foyer fromagerie fromages fruits fumisterie funeraires ' +
  'funerailles galerie gaufres gravure haras herboristerie horlogerie horticulture huilerie huiles huitres imprimeur infirmiers isolation ' +
  'jouets laines laiterie laverie lingerie literie lunettes lycee macon maraicher marbrerie maroquinerie mecanique mercerie metallerie ' +
  'meunerie minoterie miroiterie moulin mouton moutons musique opticien optiques orfevre ostreiculteur outillage papiers parapharmacie ' +
  'parfumerie parquet paysagiste pepiniere pepinieres pharmacien photographe piscines plage plaisance platrerie plombier pneus poissonnerie ' +
  'pompes porcelaine poterie pressing primeur quincaillerie ravalement reliure rotisserie routiers sabotier salaisons salon savonnerie ' +
  'scierie sellerie semences serigraphie soudure stores tabac tannerie tapisserie tapissier teinturerie tissage toiles tonnellerie torrefaction ' +
  'tuilerie vannerie verger vergers verrerie veterinaire vigneron vignoble vignobles viticole volailles acconciature acque agriturismo ' +
  'alimenti anatomia antiquariato apicoltura argenteria arredo auto autolavaggio autonoleggio autoscuola bagni barbiere biancheria ' +
  'biciclette birreria birrificio bomboniere bulloneria caffe calzaturificio calzolaio camiceria canottaggio cartiera caseificio caserma ' +
  'cereria cereali cicli cioccolateria colorificio condizionatori cornici cosmetici cucine dolciaria drogheria edicola elettrauto ' +
  'elettricista erboristeria estetista estetica fabbro farine ferro filatura fioraio fioreria fonderia formaggi fotografo frantoio ' +
  'frutta gastronomia giardinaggio giocattoli giornali gomme gommista grafica idraulica idraulico infissi latteria latticini lavaggio ' +
  'legatoria legno liuteria marmi marmista merceria mobilificio mobili modisteria motoofficina noleggio oreficeria orologeria ortofrutta ' +
  'ospedale palestra panetteria parafarmacia parrucchiera pasta pastificio pelletterie pescheria pneumatici polleria pompe profumeria ' +
  'rosticceria salotti salumeria sanitari sartoria scarpe serramenti spurghi stireria stampi tabaccheria tappezzeria tende tessitura ' +
  'tintoria torneria torrefazione traslochi verniciatura vetreria vetri vivaio zuccherificio ' +
  'adwokat agencja auta autokomis bar browar cegielnia cukiernia dentysta dworek elektryk farby ferma fotograf fryzjer galeria gabinet ' +
  'garbarnia geodezja gospodarstwo gospoda hodowla hotel hydraulik introligatornia jubiler kamieniarstwo karczma kawiarnia kino klinika ' +
  'krawiec krawiecki krawiectwo kuchnie kwiaciarnia lakiernia masarnia mechanika mleczarnia mlyn motocykle nadlesnictwo notariusz obuwie ' +
  'odziez ogrodnictwo okna optyk ortopedia parkiety pensjonat pizzeria piekarz pracownia pralnia prawna prawny przedszkole rowery rzeznia ' +
  'salon sad sady serwisy skup slusarstwo stacja stolarnia stolarz stomatologia szklarnia szkolka szewc tapicer tartak tkaniny ubezpieczenia ' +
  'ubojnia warsztat weterynarz winnica wulkanizacja zegarmistrz zlotnik zwirownia'

/** Words of any firm's name, in themselves not telling it from others. */
export const plainFirmWords =
  'rural general generales superior superiores civil comun comunal municipal nacional nationale national nacionales regional regionales ' +
  'provincial departamental departamento oficial publica publico publicos publique privada privado integral integrales profesional ' +
  'profesionales tecnica tecnicas tecnico tecnicos tecnologica tecnologico cultural culturales social sociales societe deportiva deportivo ' +
  'sportiva sportivo council committee comision commission directiva directivo directorio gremial sindical mutual mutualista vecinal vecinos ' +
  'productores trabajadores empleados funcionarios jubilados estudiantes padres amigos freunde amici ' +
  'servicio obra obras viviendas vivienda trabajo produccion consumo credito ahorro fomento desarrollo promocion asistencia ' +
  'operaciones operadora logistica agroindustrial quimica energia minera mineria agricola holding operations operating'
