import type { NamesByLanguage } from './types.ts'

/** Rarer given names, kept because each is near a common one (Nilda beside Hilda): see `rarer-surnames.ts`. */
export const rarerGivenNames: readonly NamesByLanguage[] = [
  {
    language: 'es',
    common: '',
    other:
      'aitor ander asier gorka iker inaki inigo itziar jon josu maialen mikel nerea unai xabier abdon abelardo abril acacia ada adan adelaida adelia adelina adelmo ademar adolfina agapito agripina aide ' +
      'aidee alan albana albino albis alcides alcira alda aldana aldo alejandrina alexis alfonsina alfredina alina ' +
      'aline alison alisson allison almudena alondra altagracia alvarina amada amadeo amado amaia amalio amancio ' +
      'amaro ambar ambrosio america amira amparito ana anahi analuz anastasia andree angelo aniceto anselmo antolin ' +
      'antonino araceli arcadio arcelia argentina aristides armida arnaldo arnoldo arsenio artemio asis astrid ' +
      'atanasio auda augusta aurelia aurelina ausencio avelina avelino axel azul balbina baldomero basilia baudilio ' +
      'bautista benicio benita benjamina bernabe bernarda bernardina bertha bienvenido bonifacio brigida brisa ' +
      'briseida calixto candida caridad carlina carlitos carmelina carmina casiano casilda cata catriel celedonio ' +
      'celestina celina celso chantal charo chiara cielo cipriano cirila cirilo claribel clarisa claudina clelia ' +
      'clementina cleofe cleto clotilde conrado corina cornelio cosme crescencio crispin cristiana cristino cruz ' +
      'custodia dafne dalila dalma damasia damaso dania danila danilo danisa debra delfin delfor delmira delmiro ' +
      'demian denisse deolinda deyanira diamela dilan dilma dina dino dionisia domenica domitila donato dorila ' +
      'doris dorys dulce eber edelmira edelmiro eder edilberto edilia edit edita eduarda eduviges efrain efren ' +
      'elbio elda eldo elena eleodoro eleonora eleuterio eliana elina elio elisenda eliseo eliza elma elodia ' +
      'elpidio elva elvio emanuel emelina emerita emeterio emiliana emma encarna epifanio erasmo ercilia erica ' +
      'erika ermelinda ernesta ernestina esmeralda esmeraldo espartaco estanislada estanislao esteban estefano ' +
      'etelvina eudoro eufemia eugenia eulogio eustaquio eutimio evangelino evelia evelin evelina evelio evita ' +
      'ezequiela fabricia facunda fanny faustino fausto febe federico feliciana feliciano felicidad felicitas ' +
      'felisa feliza fernan fidela fidelia filomena fiorela flor floreal florinda fortunata fortunato francisquito ' +
      'fructuoso fulgencio gala gaspar gema genaro gerarda germana geronimo gertrudis gervasio getulio gilda ' +
      'giovanni gisel gisele giselle glenda godofredo graciana graciano grisel guada gualberto guillermo haide ' +
      'haydee hebe heber hector heli heliodoro helvecia heraclio heriberto hermenegilda hermenegildo herminio ' +
      'hernani higinio hilaria hilario hilda hipolito homera honorio hortensia ida idalia idalina ignacia ildefonso ' +
      'ileana imelda ina indalecio indiana inmaculada inocencia inocencio iole ionela iracema iracy irineo irupe ' +
      'isaias isaura isolina israel italo itati iva ivanna ivette ivo jacinta jacqueline jaimito janet janette ' +
      'jeannette jenifer jennifer jenny jeronimo jezabel joan joana jonas jonathan josefo joselin joselo josias ' +
      'jovita juanito judas judit julian juliano julieta jusefa justa justina justino justo juvenal karen kelly ' +
      'kiara laila laurentina lautara lavinia leandra lelia leocadia leocadio leoncio leonidas leonilda leonora ' +
      'leopolda leovigildo lia liberato libertad liborio licia lila lilia liliam lilian lilibeth lina lino lisa ' +
      'liset lisette livia loana lola lorean loreley lorenza loreto lucero lucha luciano lucila lucina lucio ' +
      'lucrecio lugarda luisito lujan lurdes lydia lyz macario macedonio magaly magda magnolia mailen malvina ' +
      'manolo mara maravilla marcelin marcelita marcial margot mariangel mariangeles mariano maricarmen mariel ' +
      'mariela marilena marilu mariluz marily marino marion maripaz marlen marlena marly martiniano martirio maruja ' +
      'marvin marylin matea mateo matilda maura maxima maximina maximino mayte melania melany melina melinda melisa ' +
      'melissa meliton melitona mica michel michelle mikaela milka milton mina minerva mirna mirtha miryam moira ' +
      'morella morena muriel myrian nair nancy narcisa narciso natacha natalio natasha nathalia nathalie nazarena ' +
      'nazario nereo neri nery nicanor nicasio nicodemo nicol nicolasa nicole nidia nilda nilo nilsa nilson nina ' +
      'ninfa nino noe noel nolberto nora norah norina numa obdulia obdulio octavia odalis odila odilia odon ofelio ' +
      'olimpia olinda oliverio omara onelia onofre oreste orestes orfeo orfilia oriol orlanda oscarina osiris osmar ' +
      'ovidio pabla pacifico palmiro pancho pantaleon paolo pascuala pastor pastora patricio patrocinio pedra ' +
      'pelayo perfecta perfecto petra petrona petronila plinio policarpo pompeyo ponciano porfirio praxedes ' +
      'presentacion primitivo primo procopio prospero prudencia prudencio pura purificacion quintin quito rafaela ' +
      'raimunda raimundo ramira rea rebeca reina reinalda remedios renato reyes ricarda rigoberto rina robertina ' +
      'robinson rodolfa rodrigo rogelia rolando romana romelia romeo romilda romualda romualdo ronal ronald roni ' +
      'roque rosalba rosalina rosalinda rosalino rosaura roselia roselina rosendo rosina rossana rossina roxana ' +
      'rubi rudecindo rufina rufo ruperta ruperto ruth sabino sagrario salma salustiano salustio salvadora samara ' +
      'samira sancho sandro santa santiaga santina santos sarita saturnina saturnino saverio sebastiana segismundo ' +
      'segunda selena selene selina selmira serafina serena severina severino severo shaira sheila shirley sibila ' +
      'silverio silvino simeon simona sira siro sixto socorro sofanor sonsoles sulma suyay tabare tadea tadeo tais ' +
      'talia tamar telma telmo teo teodora teodosio teofilo terencio thelma thelmo tiburcio timoteo tina tirso tita ' +
      'tito tobia tolentino tomasina torcuato toribia toribio tranquilino tristan tulio ulpiano uma urbano ursulina ' +
      'valdemar valentin valentino valerio vania vanina venancio ventura veridiana vianney vicenta victorina ' +
      'victorino victorio vidal violante virgilia virginio visitacion viterbo vivian viviano wanda wenceslao wilda ' +
      'wilfredo wilfrido wilmara wilmer yael yair yamil yanet yanil yara yaritza yeimi yeni yennifer yenny yeny ' +
      'yesenia yessenia yessica yoel yohana yolima yonatan yoselin yudith yuliana yuri zaira zelmar zelmira zenaida ' +
      'zenobia zenon zita zoe zoila zoraida zulay zuleika zulima zunilda',
  },
  {
    language: 'pt',
    common: '',
    other:
      'abigail acacio adail adair adalgisa adelaide adelia adelino adenilson aderaldo admilson adriel afranio ' +
      'agenor agnaldo aguinaldo airton alaide albertino albino alcides aldair aldemir aldo alessandra alessandro ' +
      'alexsandra alexsandro aline alisson almir aloisio altair altino alzira amadeu amador amancio americo ' +
      'anderson andreia andreza anelise angela angelo anibal anisio anita antenor antonieta aracy ariane ariel ' +
      'arilson aristeu arminda arnaldo ataide atila audrey aurea aurelio avelino ayrton baltazar bartolomeu basilio ' +
      'belarmino benjamim berenice bernadete bernardete betania braulio brigida brunela cacilda caetano calebe ' +
      'carla carmelita carmem carmen cassia cassiana cassiano cassio catia caua cauan celeste celestino celina ' +
      'celma cesario charles cidinha cintia cirilo clarissa claudemir claudete claudinei claudineia claudiomiro ' +
      'cleber clebson cleide clementina clemilda cleonice cleusa cleuza conrado cosme creusa cristina cynthia ' +
      'dagmar daiana daiane dalva damiana damiao danielle danilla danilo darci darcy dario davidson deivid delfim ' +
      'delma denilson denilza denis diana diego dilermando dilma dilson dimas dionisio diva divina divino djalma ' +
      'djanira doralice dulce durval ederson edilene edilma edimilson edinalva edivaldo edmar edmilson edmundo ' +
      'ednaldo edvaldo efigenia egidio elaine elcio eleni eleonora eli eliana elias eliel elielson eliete elisa ' +
      'elisama eliseu elisiane elizete elton elvira elza emilia emiliana emilio enaldo enilda eraldo erasmo erenice ' +
      'eriberto erica erika ermelinda ernani ernesto esdras estefania estela ester etelvina euclides eudes eugenia ' +
      'eugenio eunice eurico euridice evaldo evandro evelin evelyn expedito ezequiel fabiola fabricia fausto ' +
      'feliciano fernando filipa filomena firmino flavia flaviana floriano florinda francielle francielly francine ' +
      'francineide francinete franklin gabriela gaspar geisa genesio geni genival georgina geovana geovane ' +
      'geraldine germano gertrudes getulio giane gil gilda gildo gilsa gilvan gislaine gislene givaldo glaucia ' +
      'glauco gleice gleicy glenda gloria goretti graciela graciete grazielle gregorio greice guiomar haroldo heber ' +
      'helder helia heliana heliodoro hercilia hercules hermano hermes herminia hilario hilda horacio hortensia ' +
      'humberto iago iara iasmin idalina ideli igor ilma ilza imaculada indira ingrid ione ionice iracema iraci ' +
      'irani irineu iris irma isaac isabela isaias isaura ismael israel italo itamar ivan ivana ivaneide ivani ' +
      'ivone ivonete izabel izabela izabella izaura jaci jaciara jacinta jacinto jacira jacob jacqueline jader ' +
      'jadson jailson jamile janaina jandira jane janete janice jaqueline jeferson jenifer jeremias jeronimo jerusa ' +
      'joelma joelson joice jorgina joseane josefa josefina joselene joselito joselma josenilda josiane josias ' +
      'josimar josivaldo josue jovelina juarez jucelino judite juliano julieta jurema juscelino juvenal kaio kamila ' +
      'karine karla katiane kauan keila kelvin laercio laila laureano lauriane lauriano lavinia lazaro leandra leda ' +
      'leide leidiane lenice lenir lenita leoncio leonidas leonilda leonildo lia liane lidiane lilia liliana ' +
      'liliane lindalva lindomar lineu lisandra livia lorenzo lourival luan luana lucas lucelia lucia luciene ' +
      'lucila lucimar lucimara lucineide lucio lucivaldo luis luiselene luzia luzinete maciel madalena magali magda ' +
      'magna magno maiara maira maisa maite malvina manuel mara marcela marcelina marcelino marcial marcilio ' +
      'margarete margareth maria mariele marieta marilda marilene marilia marilu mariluce marilza marinalva marines ' +
      'marinete marinho mario marisete maristela marivalda mariza marizete marlete marlon marluce marlucia marta ' +
      'martinha marvin massimo matilda maura maureen mauricia maximo maya mayara mayra melissa micaela michele ' +
      'micheli michelle miguelina milton mirela miriam mirian mirtes moacir moises monalisa morgana nadja naiara ' +
      'nair nanci narciso natacha natalia natalina natasha nathalia nathan neide neila neiva nelci nelcia nelma ' +
      'nestor neuza nicolas nicolau nicole nilce nilcea nilda nilma nilo nilton nivaldo noel noelia nubia odair ' +
      'odila odilon olavo olegario olimpia oneide onofre oscar osias osmarina osorio osvaldina otacilio otilia ' +
      'ovidio palmira pascoal pasqual patricio paulina petronio pietra plinio poliana polyana quintino quirino ' +
      'quiteria rafaele raiane railson raissa ramon ramona raul rayssa regis regivaldo reinalda rejane remo renilda ' +
      'ricarda rita robert roberval rodney rodolfo romana romario romilda romildo romulo ronan ronei roney ronildo ' +
      'ronnie rosa rosalia rosalina rosalvo rosangela rosaria roseane roselaine roselene roseli rosemary rosemeire ' +
      'rosi rosilda rosilene rosimar rosimeire rosinete rosivaldo rozana ruan rubens rudinei ruth sabina salete ' +
      'salome salvador samanta samara samira sandro santina santos saulo savio sebastiano selma serafim serafina ' +
      'sergia severina sheila shirlei sidnei sidney silas sileide silmara silvana silvaneide silvano silverio ' +
      'silvestre silvino simeao sinval sirlei sirlene solange soraia soraya stefani stella susan suzana suzane ' +
      'suzete suzi tabata tadeu tainara taisa tamara tamires tarcisio tarsila tatiana teodoro teofilo terezinha ' +
      'thaina thais thaisa thales thalita thamires thayna tiberio tobias tulio ubirajara ulisses urbano ursula ' +
      'valdeci valdelice valdemiro valdenice valdete valdinei valdineia valdiney valdira valdo valdomiro valentim ' +
      'valentina valmir valquiria vandeir vanderlei vanderleia vanderson vanessa vania vanilda vanusa vasco vera ' +
      'vilma vilmar vilson virgilio virginia vitalina vitoriano vivian viviana wanda wanderley wandersom wanderson ' +
      'washington weslei wilma wilmar wladimir xavier yolanda yuri zaira zelinda zenaide zenilda zilda zilma ' +
      'zoraide zuleica zulmira',
  },
  {
    language: 'en',
    common: '',
    other:
      'abbie ada addison adelaide adeline adrian adrienne agatha agnes aileen alana alastair alec alexis alfie ' +
      'alisha alistair alma althea alvin alyssa amelia amos anastasia andre andy anita anton april archie ariana ' +
      'arielle arlene arlo arnie asher astrid aubrey augustus aurora ava avery axel barnaby basil bea becky belinda ' +
      'bella bennett bennie bernadette bernice bertha bertram bessie beverley bill billie billy blanche blythe ' +
      'bobbie bobby boyd brad brady brendan brent bret brett briana brianna brody bronwen brooke bryce bryn bryony ' +
      'byron caitlin calvin camilla candace candice cara carla carlton carly carmel carmen carter casey cassandra ' +
      'cassie cecil cecilia celeste celia chance chandra chantelle charity charlene chase chester christa christie ' +
      'christy ciara cicely clarence clarice clarissa claudia claudine clayton clifford clifton clinton cole ' +
      'colette colleen conrad constance cora cordelia corey corinne cornelius cory courtney curt cyril cyrus daisy ' +
      'dakota dalton dan dana dane danica danielle danny daphne darcy daria darius darlene darrell darryl daryl ' +
      'dawson deanna deanne declan deidre delia delilah della delores denis denny denzel derrick desiree devin ' +
      'devon dexter dianne dick dina dion dirk dolly dolores donnie donovan dora doreen dorian doris dorothea doug ' +
      'drew duane duke dustin dwayne dwight eamon ebony ed eden edna edwina effie elaina elena eli elijah elisa ' +
      'elise eliza ella elmer eloise elsa elton elvira elwood emery emilia emmett enid eric erica ernestine erwin ' +
      'estelle ethel etta eunice eva evangeline everett ewan ezra fay faye felicia felicity felix fergus fern ferne ' +
      'finlay finley finn flora floyd forrest francesca francine frankie franklin freda freddie freya gail gale ' +
      'garrett garry gavin gaynor genevieve georgia georgina gerard germaine gerry gertrude gideon gilbert giles ' +
      'ginger ginny giselle gladys glenda glenys godfrey gracie grady greta gretchen griffin grover guinevere gus ' +
      'gwen gwendolyn gwyneth hadley hailey hal haley hamish hank hanna hans harlan harley harmony harriet harriett ' +
      'hattie hayden heath hector heidi helena henrietta hester hilary hilda hiram hope horace hortense howell ' +
      'hudson humphrey hunter ida ignatius ike ilene imelda ina ines ingrid ira irma irvin irving irwin isabelle ' +
      'isadora isaiah ivor jackie jaclyn jacquelyn jaden jamal jana janelle janette janie janine jarrod jarvis ' +
      'jayden jayne jeanette jeanne jeannie jed jenna jennie jeremiah jermaine jerome jess jesse jessie jewel ' +
      'joanie joann jocelyn jodi jody joey johanna johnny jolene joni jordyn josephine josie joyce juanita jude ' +
      'judson juliana julianne juliet julius june justine kaitlin kaitlyn kane kara kari karin karina karl karla ' +
      'kasey kassandra katharine kathie kathy katrina kaye kayla kaylee keira keisha kelley kellie kelsey kendall ' +
      'kendra kenny kent keri kermit kerri kerrie kiera kieran kirk kirsten kit kristie kristin kristina kristy ' +
      'kurt kyla kylie lacey lachlan lamar lana lara latisha latoya laurel lauri laurie lavinia lawson layla leanna ' +
      'leanne lena lenore leona leonora leopold leroy lesley lester leticia letitia levi lewie lexi lila lilah ' +
      'lilith lillie lina lindsey linus lionel livia lizzie lloyd lola lonnie lora loren lorena lorenzo loretta ' +
      'lori lottie lou louella lucia lucian lucille lucinda lucius luella lula luna luther lyla lyle lyman mabel ' +
      'mackenzie maddie madge mae maggie maisie malachi mamie mandy mara marcella marcia marcie margery margie ' +
      'margo marguerite maria mariah marianne maribel marina maris marisa marissa marjory marla marlene marlon ' +
      'marnie marsha marta martina marty maryann marylou mathew mathilda matilda mattie maud maude maura mavis ' +
      'maxine maya meagan meghan mel melinda mellissa melody melvin mercedes meredith merle merlin merrill micah ' +
      'micky miguel mikayla milly milton mimi mina mindy minnie mira miranda miriam misty mitch mollie mona monique ' +
      'monty muriel myles myra myrna myrtle nadine nancie nell nellie nelson nerys nettie neville newton nicky ' +
      'nicolette nikki nikolas nina nita noelle nolan nona noreen norma norris octavia odette olga olive ollie omar ' +
      'opal ora orla orlando orson orville oswald otis otto owen page paige pam pansy pat patience patsy patti ' +
      'pattie patty pearl pedro perla pete petra philippa pierce piers pippa polly porter portia preston priscilla ' +
      'prudence queenie quincy quinn rae ramona randal randall randolph raphael raquel ray reagan reba reece reese ' +
      'reggie regina reid rena rene renee reuben rex rhea rhoda rhona rhonda ricardo rich richie rick ricky riley ' +
      'rob robbie roberta robyn rocco rochelle rocky rod roderick rodger roland rolf rollo roman romeo ronda ronnie ' +
      'rory rosa rosalie rosalyn rosanna rosanne roscoe roseanne rosetta rosie rowan rowena roxanne royce rubin ' +
      'rudolph rudy rufus russel rusty ruthie sabrina sadie salvador sammy sandy sasha saul savannah scarlett ' +
      'selena selina selma serena seymour shana shania shari sharron shaw shawna shayla shea shelby sheldon shelley ' +
      'shelly sheri sherman sherri sherry sherwin shivaun sid sidney sienna silas silvia simone skye solomon sondra ' +
      'sonja sonny sophy stacy stan stefan stephan stephany sterling stevie stewart summer susana susanna susannah ' +
      'susie suzan suzie sybil sydney sylvester tabitha talia tamsin tania tasha taylor teddy terrance terrence ' +
      'terri tess thaddeus thea thelma theo theodora thora tia tiana tilda tilly timmy tobias toni tonya tracie ' +
      'trent tricia trina trisha tristan troy trudy tucker ty tyrone tyson ulysses una ursula val valentina ' +
      'valentine vance vaughn velma verity verna vernon vicki vickie vicky victoria vince viola virgil vivien ' +
      'vivienne wade wallace wally wanda ward wendell wilbur wilda wilfred wilhelmina will willa willard willie ' +
      'willis wilma winifred winnie winona woodrow xander xavier yolanda yvette zachariah zack zane zara zelda ' +
      'zelma zena',
  },
]
