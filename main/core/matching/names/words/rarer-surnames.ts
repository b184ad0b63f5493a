import type { NamesByLanguage } from './types.ts'

/**
 * Rarer surnames, kept because each is near a common one or near another of this list: Barreda beside Barrera, Lorente
 * beside Llorente. Without them a different family would pass for a typing error.
 */
export const rarerSurnames: readonly NamesByLanguage[] = [
  {
    language: 'es',
    common: '',
    other:
      'barreda lozada lorente medrano abella abellan acebal acebedo aceituno acosto aguayo agudelo aguila aguinaga alameda alarco albarracin ' +
      'alberdi albornoz alcaide alcalde alcazar aldao alderete alfaro alfonsin alfonzo aliaga allende almazan ' +
      'almiron alpuente alsina altuna alvear amaro amenabar amestoy anchorena andrada andreu angeles anta antelo ' +
      'aponte aquino aragones aranguren arbiza arbolea arechaga aristizabal armada armesto arnaiz arnau arocena ' +
      'arozamena arrarte arregui arribas arrua artiga asensio aspiazu astorga astori atienza aulet ayerza azpiroz ' +
      'baeza bailon baldi ballestero balmaceda banderas baraibar baranda barba barbero barbieri barcia barla ' +
      'barragan barrantes barreneche barrenechea barrero barriga barrionuevo barroso bassi basso batalla baute ' +
      'bauza bazan bazterrica beascoechea belaustegui belgrano bellido belmonte benegas benitoo bentura berardi ' +
      'berasain beretta berlanga berrutti bertolini bertolotti bertoni bidegain bielsa bilbao blanchet blandon ' +
      'bocca boggio boix bolanos bonino bonomi borda bordagorry bordoli bordon borrego borrero botero botta braga ' +
      'bragado brea brena brenes brignone britos broggi buenaventura bula bullrich burgueno busto caamano cabal ' +
      'caballeros cabana cabanas cabot cabra cadavid cadiz caicedo cairo cajal calatrava caldera caliz callejas ' +
      'calzada camara cambon camino campana campo campodonico campoy canale candela canedo canepa canete cantu ' +
      'capdevila capelo cappelletti carabajal caraballo cardama cardelino cardona carle carlomagno carlos carretero ' +
      'carrizo cartagena casado casagrande casajus casanas casar casariego cascallares casco caseres cassinelli ' +
      'castagna castagnino castaneda castellani castelo castiglioni castillejo castrillo castrillon castroman ' +
      'catalan cataldi caviglia cazorla cedeno celis centurion cepeda cerdeira cerezo cerrato cerro chaparro ' +
      'chiappe chiesa chirino cianciarulo cid cobas cobos codina cohello colina colinas collado collazo colon ' +
      'colonna comas concha conesa contrera copello corbalan corchs cordoba corona coronado coronel corso cosentino ' +
      'cossio cosso costas costoya couso cozzi crego criado crosa crucci cuadra cuadrado cubilla cuitino cuneo ' +
      'curto dalmau danelli daneri dapena davalos deagustini decia delfino demarco denis desimone devoto diago ' +
      'diana digiorgi doria dossantos dotti duenas dufort durante echavarria echegaray echevarria echeverri ' +
      'echeveste egana eguren elgue elias elola erro escalona escanlar escayola escoto escribano esnal espina ' +
      'espinel espino espinola esquivel estela estellano estrella etchenique etcheverria eyherabide ezcurra ' +
      'fabregas fabri facal facio fagundes failache falco falcon falero farfan fassi fattoruso federici feijo ' +
      'fernando ferrando ferraz ferres ferretti ferreyro ferri ferrin fierro figares figuera figuerola filippini ' +
      'fiorito fleitas fleurquin florentino florez florit folle fontan fontanals fontanarrosa forero formoso ' +
      'fornaro fossati fraga fraile franchi franchini franzini frugoni fulle fuster gabito gagliardi galan galante ' +
      'galarraga galdos galindez galindo gallardo gallinal gallino galloso galvani ganduglia garate garayalde ' +
      'garbarino garces garcilazo gargano garnica garofali garretano gascue gasparri gauna gautier gaviola gaya ' +
      'gelpi genta gentile gestoso ghiggia giacoia giacosa gianola gilardi gillespie giordanengo giribaldi giudice ' +
      'godino goicochea goldaracena gollan goncalves goni gonsalves gorostiaga gorriti gottardi goya goyena ' +
      'goyeneche gradin graf grande granja grasso greco gregorio grille grisolia guala guardado guarino guasch ' +
      'guede guerreiro guerricaechevarria guglielmi guichon guidi guido guillama guimaraens guinazu guirado gularte ' +
      'gurruchaga gurvich gutierres harispe harriague heber helguera henao henriquez hermosilla hermoso herrada ' +
      'herran herrando herrejon hornes horta huelmo huerga huertas huguet iafigliola ibarbourou ibarguren icardi ' +
      'idiarte igartua inciarte infantozzi insaurralde inzaurralde inzua iparraguirre irazabal ires iribarne ' +
      'iribarren irigaray irisarri irureta irurtia isasa isasmendi isern islena iturria iza jacinto jalabert ' +
      'janeiro jauge jaunarena jimeno jofre josende juambeltz juri justel labandera laborda laborde labrador lacava ' +
      'lacoste ladaga laguarda laguna lainez lalanne lamanna lamarca lamarque lamela lanata lanfranco langone lanza ' +
      'lapetina laplace laprida lapuente larra larralde larranaga larraz larregui larriera larrieu larrinaga lasa ' +
      'lasala lasarte lascano lasso laurenti lausarot lavagna lavalle lavalleja lavandeira lavega layera leborgne ' +
      'legarra legnani leguisamo leis leiza lema lena lepra lerena letamendia levrero liberatore libonati linale ' +
      'linan lista llamas llanes llano llanos lleo llosa lobos loinaz lomas lombardini longhi lorda lorenzi loreto ' +
      'losa losada loureiro lovera loyola loza lozas luaces lucas lucero luengo lues lugones luisi lujan lumaco ' +
      'luongo luraschi lussich luz macchi machin madrazo maeso maestro magallanes maglione magnone magri mailhos ' +
      'mainero malan malaquina maldini mallo malvarez manana mancebo manchado mancuello manera manfredi manini ' +
      'mansilla manso mantero manzi manzini maquieira maran marban marcano marcel marenales marfetan margni maria ' +
      'mariani marichal mariezcurrena marinelli markarian marmol maroto marra marrone marsiglia martell martello ' +
      'martija martinelli martinolli martorell maruri marzano masoller massa massaro massera mastrangelo ' +
      'mastroianni mateu mathov maturana maure maurente maurino mayo mayor mayorga mazal mazzei mazzini mazzoni ' +
      'medeiro medel medero melian mello melogno melonio menafra menchaca mendaro mendes mendez mendiola mendive ' +
      'mendoca meneghetti menghini menini merlo mesones mesquita mestre mezzera michelena michelini migliaro ' +
      'miguens migues mijares milan milano millanes minguez mino minoli mintegui miqueo mirabal miraballes ' +
      'miramontes mirande misa moirano moizo molinari molinas molla mollo monegal monfort monserrat montaldo ' +
      'montana montanaro montano montauti montedonico montefiori montelongo montequin montesdeoca montiglia moraes ' +
      'moraga morando moratti moreau moreda moreno morini mosca moscardini moscoso mosquera mosteiro mota motta ' +
      'moura mourelle mouro muinelo muino mula mumford muniain munyo murga murguia muro musetti musso mutio nadal ' +
      'nader nalerio nan narancio naranja nario natero navasal naveira navone negreira negri negro nervi neto neves ' +
      'nicola nicolao nicolas nieva nin nis noble noceti nocetti nocito noda nogues nolla nossar nova novelli novo ' +
      'nuez oddone odella odriozola ojea olagorta olano olarreaga olascuaga olave olazabal olcina oleaga olhaberry ' +
      'oliden olivas olveira onandi oneto onetti onetto orban orcajo ordeig ordonez orengo orfila oriozabala ' +
      'orlandi orlando ormaechea orofino oronoz orsi ortega ortola ortuno orue osano osimani osta otaegui otegi ' +
      'otegui otermin otonello oxilia oyenard pablos pacce pacin padin padula pagani paganini pais paiva palacin ' +
      'palacio paleo palermo pallares pallas palleiro palleja palomares palomeque panario pandolfi pandolfo ' +
      'paolillo paolini papa parada paradelo paradiso parietti pasos passeggi pastori pastorini paternain patino ' +
      'patron pau paullier pazo pazos pedemonte pedraja pedreira pedrini pedron pegazzano peirano peirotti ' +
      'pellegrino pellejero penades penagos penalva penco penna penza peraza perciante perdigon pereiro pereyro ' +
      'perez peri pernas perotti perroni persico pertusso peruzzo petit petrillo petruccelli piaggio pica piccardo ' +
      'piccioli pico picos pieri pierri pietrafesa pignataro pignatta pigni pilar pina pinasco pinazo pinon pinos ' +
      'pintos pioli piquet piria piriz pisano pisciottano pitetta pittaluga piva placeres plada planas plata ' +
      'platero podesta poggi poggio pollero pomi pontet porcile porciuncula porley porro portillo porto pou pouso ' +
      'pozzi pozzo praderi pradines prandi preste prestes prida prigue procopio profumo prunell puente pugliese ' +
      'puig puime puyol queijo queirolo quesada quijada quinan quincke quinones quintans quintas quiros rabaquino ' +
      'rabosto radesca raffo ramagli ramis ramos raneda rapela raso rato ravera razquin rebagliatti rebella ' +
      'rebellato rebori recarey redondo regueira regules reilly reinoso reis reisch reissig remedios rena renart ' +
      'renzi repetto requejo resala restano retamoso revello revetria rezende riani ribeiro ricca riccardi ricci ' +
      'ricciardi riella riera rigoli rimoldi rinaldi rincon riol riolfo ripa risso riva rivadavia rivadeneira ' +
      'rivarola rivas rizzi robaina robert rocca rocco rolando roldos rolon romanelli romanos romay rombys roncio ' +
      'rondan ros rosas rosasco roselli rosello rosich rosillo rossani rosselli rosso rota rotondo rovella rovira ' +
      'rubbo rubiales ruella ruete ruggia ruggiero ruibal ruso russi russomando sabat sabater sabatini sabia saenz ' +
      'sagario sagarra sagasta sagastume sagrera saiz salaberry salari salaverria salcido saldombide salerno ' +
      'salgueiro salle salles salmini salom salorio salsamendi salto saluzzo salvagno salvarrey salvat salvo ' +
      'samudio samurio sana sanchez sande sandes sandin sanes sanguineti sanroman sansone santarelli santayana ' +
      'santero santi santini santoro sanz saporiti sardi sarli sarmiento sarno sarries sarthou sartori sasias sauce ' +
      'savoia sayago scaffo scaglia scarano scarone scarpa scavino schiaffino schiavo schinca scotti secco segade ' +
      'segarra segui segura selaya sellanes senra sentena sere seregni serrato serrentino serron sesser setaro ' +
      'severi sica sicilia siciliano sienra silvestri silveyra simeone simonetti sinde siqueira siri sirio siuto ' +
      'sobrino soca sogliano solaris solaro soldo sole soles solino somma soneira sonora sorhuet soria sosias ' +
      'sotomayor souza spagnolo spera sposito stella stirling storace sualde suanes suarez suero sugo supparo ' +
      'surraco svarcas taborda talice tambasco tapie tarigo taroco tato tavares tedesco teijeiro teliz tellechea ' +
      'tenorio teran terra terragno tesoro texeira teyssier tiscornia tito tocce toja tomasi tomeo topolansky ' +
      'torena toriani torino tornaria torrens torres torterolo tortora toscani trabal trabazo traversa traverso ' +
      'trelles trenchi trianon trindade tripodi trobo troche trochon troisi tubino tucci turielli turturiello ubal ' +
      'ubilla ugartemendia ugolini umpierre unanue urdaneta urgoiti uriburu urioste urruty urta urtizberea usategui ' +
      'uzal vaeza vairo valdenegro valdez valdivieso valera valerio valiente valin vallarino vallejos valls ' +
      'valveiro valverde vannet vanoli varaldi varesi vasallo vazzano vecino vedia vega vegas veirano velarde ' +
      'velazquez veltri venegas ventos venturini verano verdes verdesio vergnano vernengo verocay vessuri viacava ' +
      'viapiana vico vidales vidart videla vieytes viglietti vigliola vignale vignola vignoli vilarino vilche ' +
      'vilches villagran villamarin villamil villar villarino villarroel villarrubia villaseca villasuso vina ' +
      'vinals vinci vinoly viola virgili viroga visca vitale viturera vivanco volpe volpi yaben yacosa yaffe yarza ' +
      'yic yrigoyen zabalza zaffaroni zagarzazu zaldua zamit zanetti zanotta zapico zas zerbino zerpa ziminov ' +
      'zinola zolessi zorrilla zubillaga zufriategui zugarramurdi zuloaga zuluaga zulueta zumaran zunino zurdo',
  },
  {
    language: 'pt',
    common: '',
    other:
      'caetano galvao abranches afonso alcantara alcoforado aleixo alencastro alfaia almada almeidas alvares alvaro amarante ' +
      'ameida anacleto ancelmo andreata antonio araripe arcanjo aroeira arraes arrais assuncao ataide athayde ' +
      'avelar avelino azambuja bahia baia balduino banhos baptista barreiro barreiros barroca bastias batalha ' +
      'beltrao bento bernardino bittencourt boaventura bonfim bonifacio borba botelho boto brum buarque bulhoes ' +
      'cabeca caiado caires calado calheiros camacho camara caminha campelo candido caneca canedo capistrano ' +
      'cardozo carmona carvalhais carvalhal casimiro castelo castilho catarino caxias cezar chaveiro cintra claro ' +
      'clemente coelho coimbra conde coral cordova corte couceiro couto covas cravo crespo cristovao cunhas ' +
      'custodio damasio delfim deus dinis diniz domingos domingues dorneles dourado drummond duque durao eca eira ' +
      'elias encarnacao espindola espirito estrela evora fagundes falcoes farinha feijo felicio felisberto fernando ' +
      'ferrao ferraro ferreiro figueira flor florencio fogaca fortes frade fragoso franzini freires froes frois ' +
      'gadelha galhardo gallo galo galvan garces garcez garrido gentil germano gil girao goes gois gomide goncalo ' +
      'gonzaga goulao goulart graciano grilo guarda guimarais guterres hilario holanda homem horta inacio januario ' +
      'jorge josue justino lacerda lages lamas lamego landim lapa laranjeira leandro legal leiria leoncio lessa ' +
      'liberato linhares lisboa lobato lopo lordelo loyola lucena luis luz macario machada madruga mafra magno ' +
      'malheiro malheiros manso mara marcal marcelino marcolino marcondes mariano marinho mario marra martim martir ' +
      'marto mateus matoso maya meireles mesquitas miguel milhomem minho moita moniz monte morgado mota mourinho ' +
      'moutinho murta nabuco napoleao nascente nazare negrao negreiros neiva nepomuceno nicolau noia nolasco ' +
      'norberto noronha novais oliveiros onofre osorio paes pais paixao palhares palhas palmeira parreira pascoal ' +
      'patrao paz peixe pena penedo penteado pequeno perdigao pereyra pessanha pimentas pinhao pires pita pitta ' +
      'pocas pompeu ponte pontes portela prado prata prazeres profeta quaresma queiroga quintal quintela rabello ' +
      'raimundo ramalhete rato real reboucas regis rego ribeiras ricardo rodriguez roldao roma romao romeiro rufino ' +
      'saavedra sabina sabino sacramento salazar salgueiro salomao salvado sanches sande sandes santanna santiago ' +
      'sarmento sarmiento seara semedo senna serafim serpa serrao sezures silvano silverio silvestre simao simas ' +
      'siqueiras soutelo souto suarez suassuna taborda taveira telmo tenreiro tinoco toledo tomaz torquato tourinho ' +
      'trigo trigueiro urbano valadao valentin valerio valles varejao vasques vasquez veludo ventosa verissimo ' +
      'viegas vilaca vilarinho vilas villas vinagre viriato vitorino zagalo',
  },
  {
    language: 'it',
    common: '',
    other:
      'rosso ferrario colombi bianco abbate accardi acerbi adami agosti alberti albertini aldini alfieri aloisi amadori amati amoroso andreoli ' +
      'angeli angelini ansaldi antonini antonioli arcuri ardito armani arrigoni artusi aureli azzolini baggio ' +
      'balboni balducci balestra ballarini banfi barbaro barbera barbero bardi baroni baronio barsanti bartoli ' +
      'bartolini bassani bassi basso battisti belli bello bellucci beltrami benassi benetti benigni benini beretta ' +
      'berti bertoli bertolini berton bertoni bettini biagi biagini biancardi bianchini biasi bigi bini boldrini ' +
      'bolognesi bonaldi bonanno bonetti bonfanti boni bonini bonomi borghi borroni bortolotti boschetti boschi ' +
      'bosi bossi botti bottini bova bravi breda brizzi brunelli bruni brusa bruschi bucci burani buzzi cabrini ' +
      'cairoli calabro caldara callegari calvi calzolari campagna campana canali candela canepa cantoni capasso ' +
      'capelli capello capone cappelli capuano capuzzo caracciolo carboni cardinale carletti carli carlini carlucci ' +
      'carnevale caroli carraro carta casadei casale casali casella caselli cassani castaldi castellani castellano ' +
      'catalano cataldo cavallaro cavallo cavicchi cecchi cecchini celentano cerri cerutti cesari chiesa ciccone ' +
      'cimino cinti cipriani cocco coletti colli collina colombini coluccio comi consoli conte contini conversano ' +
      'coppi corbo corradi corsi corsini cortesi corti cosentino cossu cozzi cremona crespi cristiani croce curcio ' +
      'dagostino dalessandro damiani damico dangelo daniele danieli delfino dellacqua diana dibari difranco dimarco ' +
      'dimauro dipietro dolce dominici donati donini donnini donofrio durante elia ercoli errico fabiani fabris ' +
      'facchini falco falcone falconi fanelli fantini fantoni farinelli fasano fassina favaro fedele federici ' +
      'felici ferrante ferranti ferrarini ferraris ferretti ferrini filippi filippini finelli fini finocchiaro ' +
      'fiorentini fiorentino fioretti floris folli fontanella foresti formica fornari forte forti foschi foti ' +
      'franceschi franceschini franchini franzoni frattini frigerio frigo frosini furlan fusi gabrielli gaglio ' +
      'galati galeotti galletti galli galluzzo gamba gambino gandolfi garavaglia garbin gargiulo gasparini gatto ' +
      'gavazzi gennari genovesi gerli ghezzi ghidini giacomelli gianni giannini giannone gigli gioia giorgetti ' +
      'giorgini girardi giudici giuffrida giusti gobbi goffi gori granata grandi grassini gravina graziani grazioli ' +
      'grillo grossi grosso guarini guarino guerra guerrini guglielmi guidotti iacono ianni iannone imperato ' +
      'innocenti iorio izzo lamberti lancia landi lanza lanzi lauria lazzari lazzarini lelli lenzi leonardi ' +
      'leonetti liberti liguori lippi lisi locatelli locci lodi loi lolli lombardini longhi longobardi longoni ' +
      'lorenzetti lorenzi lorusso losi lucchini luciani lunghi lupi maestri maffei maggi maggio magri mainardi ' +
      'malagoli mancino mancuso mandelli manenti maniscalco mannino mantovani manzi manzini manzoni marani ' +
      'maranzano marcelli marchese marchini marcon marconi marelli margiotta marinelli marino mariotti mariotto ' +
      'maroni marras marrone marroni martelli martello martucci marzi masala mascolo masi masini massa massari ' +
      'mastroianni mattei matteini matteucci mauri mauro mazzanti mazzei mazzi mazzini mazzola mazzoli mazzoni ' +
      'mazzucchelli medici melani melli meloni menegatti meneghini meroni meucci micheli michelini miele migliore ' +
      'milan minelli minetti miotto mirabella molteni monetti montagna montalto montecchi monteleone montesano mora ' +
      'morandi morandini morelli moriconi morini moro moroni morra mosconi motta mura murgia musumeci nanni nappi ' +
      'nardi nardini nardo natale natali negro nicoletti nicolini nicolosi nicosia nobile nobili novelli oliva ' +
      'oliveri olivieri orlandi orlandini orsi orsini ottaviani pacini paganelli pagani palermo palladino palma ' +
      'palmisano pandolfi pani panico panini paolini paolucci papa papini pappalardo parodi pasini pasquali ' +
      'pasquini passarelli patti pavan pavone pavoni pecoraro pedretti pedrini pedrotti pelizza pellegrino ' +
      'pellizzari pepe perego perin perri perrotta perugini pesaresi petrone petroni petrucci piazza piccinini ' +
      'piccoli piccolo pieri pietra pilotto pini pinna pinto pintus pirola pirovano pisani pisano pisanu pisu pizzi ' +
      'poggi poletti polidori polito pollini polo ponti porcelli porcu porta pozzi pozzo prandi prati previti ' +
      'procopio pucci puddu pugliese pugliesi quaranta quattrocchi raimondi raimondo rampini ranieri rapisarda ' +
      'ravasi reale redaelli renda renzi repetto rigamonti righetti righi rigoni rinaldo ripamonti riva rivolta ' +
      'rizza rizzato rocca rocchi romagnoli romani romanini roncoroni rosati roselli rosini rosselli rossetto ' +
      'rossini rota rotondo rovelli ruberti rubino ruffini ruggieri ruocco rusconi sabatini sabatino sacchi sacco ' +
      'sala salari salemi saletti saltarelli salvatore salvatori salvini sandri sanfilippo sangiorgi sannino ' +
      'sansone santamaria santangelo santarelli santi santo santoni santoro santucci saracino sarti sarto sartor ' +
      'sartore satta saviano savini savino sbarbaro scala scali scalise scarpa schiavo schiavone sciacca scotti ' +
      'secchi segre sella semeraro serafini serena sergi serio serpe severi sforza sica silvano simeone simone ' +
      'simonetti simoni soldati solinas spada spadaro spagnolo spano speranza spinelli stefanelli stefani stella ' +
      'storti strada taddei tagliabue tamburini tarantino tassi tavella tedeschi tedesco terzi testi tirelli todaro ' +
      'tomasi tomasini tommasi toni torre torri tosetti tosi toso trapani traversa trentin treves trevisan trovato ' +
      'turati turchi turco ubaldi urbani urso usai vaccari vaccaro valenti valeri vanni vannini varriale vecchi ' +
      'vecchio vendramin venezia ventura vercesi verdi verga verri vezzoli vianello vicari vigano vigna villani ' +
      'vinci virgili visconti visentin vita vitiello vivaldi viviani volpi zaccaria zagaria zambelli zamboni ' +
      'zampieri zanardi zanchi zani zanini zanon zanoni zappa zara zecchini ziliani zito zocchi zola zorzi zucca ' +
      'zuccaro zucchi',
  },
  {
    language: 'de',
    common: '',
    other:
      'hofer maurer bergmann abt achenbach ahlers ahrens altmann amann ammann angerer appel arens asmus auer augustin axmann bacher ' +
      'backhaus baer balke bals bandt barfuss bartel barthel bartsch bastian bauermann baumeister baumgarten bayerl ' +
      'becher bechtel bechtold beckers beckert behr behrendt behringer beier berens berg bergner bernard berndt ' +
      'berner bernhard bertram bertsch betz beutel bieber biedermann biermann bischof bischoff bittner blaschke ' +
      'blume bode bohl bohmer bohn boll bolte bonn borchers borchert bosch bothe bott brandes brandner brandtner ' +
      'braunert breitner bremer brenner breuning brock brodbeck broder bruch bruhn brunn bruns buch buchholtz ' +
      'buchholz buchmann buck buehler buhler bunge burg burger burkhart busse butz carl carstens clausen cordes ' +
      'cramer dahl dahlke damm dannenberg daub deckert degen deppe dick diehm diekmann dierks dietl dittmann ' +
      'dittrich doering dohm dohmen dold doll doring drescher drews dubbel duerr durr ebeling eberhardt eberle ' +
      'ebner egger eggers eggert ehlert ehrhardt ehrlich eich eichler eisele eisenmann elsner emmerich endres ' +
      'engelhardt engelmann ernstmann ertl esch eschenbach ewald fahrner falk falke fassbender feld felder feldmann ' +
      'felix fell fendt ferber fichtner finke fischbach fischers fleischer fleischmann flohr forst fraas franken ' +
      'franzen frei freitag freudenberg freyer friebe friede friedl friedmann friedrichs fries friese frings ' +
      'froehlich frohlich frost fuhrmann funke furst gabriel gall ganser gast gebauer gehring gehrke geier geis ' +
      'geisser geist gerber gerhard gerhardt gerner gerstner gess gies giesen glas gleich glockner godecke gohl ' +
      'goldmann goller gottschalk grab graber grabner grafe gramlich granz greb greiner grimm grob groh groll gropp ' +
      'grosse groth grube gruner grunert grunewald gruning gschwind gude gundlach guth haag haak haase haber hack ' +
      'hackl hader haeusler hagedorn hagemann hager haller hamann hammer hammerschmidt hanisch hanke hannemann ' +
      'harder hardt hase hass hasse hassler hauck hauptmann haus hausmann hausner hecker heckmann heider heil heim ' +
      'heimann hein heine heinemann heinen heinisch heinrichs heise heit helbig held helm helmer hemmer hempel ' +
      'hendel henkel hensel hentschel herber herbert herder hering hermes hertel herz hetzel heun heuser hey heyne ' +
      'hilbert hildebrand hildebrandt hilger hillebrand hillmann himmel hinrichs hinrichsen hintz hirt hoch ' +
      'hochstein hock hoef hoehn hoehne hofbauer hoff hoffer hofner hohenberg hohl hohn hohne holl holler hollmann ' +
      'holst holtz holzer holzmann homann honig hopf hopp hoppe hormann horning hornung huber huesmann hufnagel ' +
      'hummel humpert hundt huppert huth ihle illig imhof isele jacobi jacobsen jaekel janke jannsen janz jaschke ' +
      'jentsch jobst joos jordan junge junker jurgens jurgensen kahl kahn kampe kampf karg karl karsten kasper kast ' +
      'kasten kastner katz kaul kayser kehl keil keim keiser kellermann kellner kemper kerber kersten kessling ' +
      'kettler kiefer kiel kienle kilian kirch kircher kirsch kirsten klages klar klatt kleber klee kleemann kleine ' +
      'kleiner kleinert klemm klett klinge klinger klinke klopfer kluge klumpp knauer knecht knobloch knop knorr ' +
      'knott kobel kober koberle koch kochler kock koehn koerner kohlmann kohn kolbe koll kolle konrad koopmann ' +
      'kopf kopke kopper korber korner korte kortmann kosch koster kotz kowalewski kowalski krah krahl krall kramp ' +
      'kranz kratz kraushaar krebel kreis kremp kreutzer kreuz kreuzer krieg krieger kripp krohn kron kroner krug ' +
      'krull krumm kruppa kubler kuchler kuck kugel kugler kuhl kuhnert kuhnke kuhnle kummer kunkel kunstler kuper ' +
      'kupper kurth kuster kutscher lachmann lahm lambrecht lampe lamprecht landgraf landmann langen langenbach ' +
      'langner lau laub lauber laue lauterbach leber lechler leder ledermann lehmkuhl lehner lehnert leib leibold ' +
      'leicht leidner leis leitner lemke lenk lenz leopold lerch lessing leu leupold ley lichtenberg lieb liebe ' +
      'liebig liebl liedtke lind linde lindenberg lindenmann linder lindhorst linz lipp list lob lobe lochner ' +
      'lohmeier lohr lohse loos lorch lorentz loth lotz lucht luck ludecke ludtke lueck luedtke luft lukas luther ' +
      'lux maas mack mader mahler mahr maiwald manz marquardt marten mathes matthes matthias matz mauer maul maus ' +
      'mausner may mayer mehl meiners meinhardt meissner meister melcher mende mengel menke mensing menz mergel ' +
      'merk merten merz mess messner metzler meurer meves michaelis michalski michels mielke mohl mohle mohring ' +
      'mohrmann molitor moll moller momm monch morgenstern moritz moses mosler muehl muhle mund mundt muth naab ' +
      'nacht nadler nebel neff neher nehls nest neu neuber neuberger neuhaus neuhauser neumeier neuner nickel ' +
      'nicolai niebuhr niederhauser niehaus nier nies nitsche nitz noll nord nordmann nothnagel nussbaum nusser ' +
      'oberle ochs oehler oertel oester oesterle ohlsen ohm olbrich oppermann ortmann oster ostermann ostermeier ' +
      'pabst palm pankow papke paschke paulsen paulus pelz penner perl peschel petermann petri petry pfaff pfister ' +
      'pflug philipp pick piel pilz pinkert plank plate platz plum plumer pohlmann pokorny pollmann poppe porsch ' +
      'post potthoff prager prinz probst pruss pusch quandt raabe rabe rademacher radtke rahn ramm ranft rapp rasch ' +
      'raschke rath rathmann ratz rausch rebmann rech reck reese regner rehberg rehm reichardt reichert reichmann ' +
      'reif reimers rein reinhard reinke reis reisinger reiss reitz reller renz reuss rhode richard ried riedl ' +
      'riehl riemer ries riese riess rink rinke ripper risch riss ritz rock rode roeder rohr rohrer rohrig roland ' +
      'rolf roller romer rosch roser ross rossler rossmann roters rothmann rottmann rubel ruckert rudel rudiger ' +
      'rudolf ruh ruhl ruhland rummel rusch russ rust saam sachs sachse sack salzmann sandmann sass sasse sattler ' +
      'sauber saur schaaf schach schad schaffer schaffner schaible schalk scharf schatz schaub scheel scheer ' +
      'scheffler scheibe scheidt scheler schemm schenke scherf scheu scheuermann schick schiefer schild schimmel ' +
      'schirmer schlager schlegl schlicht schlie schlueter schmal schmelzer schmidl schmidtke schmied schmitter ' +
      'schmuck schmutz schnabel schneck schneiders schnider schnitzer schnitzler scholze schon schone schonfeld ' +
      'schonherr schorn schrader schrammel schrank schreck schreier schrempp schrod schroer schroter schuch schuck ' +
      'schuett schuh schuhmacher schuhmann schuldt schull schulten schulz schulzer schumann schunk schur schurmann ' +
      'schutt schwaiger schwalbe schwan schwandt schwartz schwarzer schweiger schwenk schwerdt schwind sebald ' +
      'seeger seeliger sehr seib seibel seibert seidl seidler seipel seitzer sell selle senf senger senn seuffert ' +
      'severin siebel sieber siebert sieg siegel sieger siegert siegmund siemens siemers sievers sigl silber ' +
      'simmons sohn sonnenberg sorg spahn spath spatz specht speck speer sperling spies spiess spindler spitz ' +
      'sprenger springer stadler staiger stamm stang stanger starke stauch staudt steffen steffens stegemann ' +
      'steiger stein steinbach steinberg steinborn steinbrecher steinhauer steinhoff steinke steinmetz stelzer ' +
      'stemmer stenzel sterz stiefel stiegler stiller stober stohr stoll stolle storm stoss strack strasser straube ' +
      'strauch strecker streit strohm struck strunk stuber stumpf sturmer sucker suss susse taube tauber taubert ' +
      'teichmann tesch tessmann teuber theis theiss thelen theobald thiede thiele thielemann thielen thiemann thies ' +
      'thiess thoma thome thomsen thorn thum tiedemann tietz tillmann timm timmermann tischer tobler topfer trapp ' +
      'traub trautmann tremmel treu triebel troger tropf trost trott uhl uhlig uhlmann ullmann ulmer ulrichs umland ' +
      'unruh uphoff utz veit velten vetterl viehweg vieth vogelsang voges voigtlander vollmar volz vorwerk wach ' +
      'wachter waechter wagener wahl wahler waibel walch wald waldmann wallner walz wander wanner warnecke warner ' +
      'wasser weber weck wedel weger wegmann wehner wehr weich weickert weidemann weidner weigand weigert weigl ' +
      'weikert weil weiland weiler weinberg weinberger weingartner weinhold weinmann weisser weissmann weitz ' +
      'weitzel welker weller wellmann wels welter wend wendel wendland wendler wenger weniger wening wenk went ' +
      'wermter wernecke wernicke wessel wessels westermann wetter weyand weyer wichmann wick wicke widmann widmer ' +
      'wiebe wieczorek wiedenmann wiederhold wiegel wiek wien wienke wieser wiesner wiest wild wilde wilhelmi ' +
      'wilhelms wilken wilkens wille willems willer willmann wing winkelmann winkels wisch wissmann wittich wittig ' +
      'wittke wohlfahrt wolfram woll wollmann worner wortmann wrede wuest wunsch wurm wurster wust zabel zach zahn ' +
      'zander zapf zech zeh zeidler zeiler zeise zeiss zeitler zell zenker zerbe zeuner ziebarth ziegenhagen ziem ' +
      'ziemann zilles zimmerer zink zinke zipfel zobel zoller zopf zorn zuber zundel',
  },
]
