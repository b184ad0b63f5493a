import type { NamesByLanguage } from './types.ts'

/** Given names beside the common ones, so that a word between or behind them can be told for a family's name. */
export const furtherGivenNames: readonly NamesByLanguage[] = [
  {
    language: 'es',
    common: '',
    other:
      'adela adelaida adelina agapito agueda albino alcides aldana aldo alfonsina alipio amalia amaro amelia analia anacleto anastasia ' +
      'aniceto antonella antonina apolinario araceli arcadio ariadna armida arsenio asdrubal atilio aurelia aurelio aurora avelino baldomero ' +
      'baltasar basilio bautista belisario belkis benicio benigno benita berenice bernardita bernardino berta betina betty braulio brenda ' +
      'calixto camilo carina carlota carmelo carmina casandra casilda catalina cayetana cecilio celedonio celeste celestino celia celina ' +
      'cesarina cinthia cintia ciriaco cirilo clemencia clemente cleofe clorinda constancio corina cornelio crisanto cristobal dagoberto ' +
      'dalila dalmiro damaris danilo dante darwin delfina delfino delia delmira delmiro demetrio deolinda desiderio diamela dina dionisio ' +
      'domitila donato dora doris eber edelmiro edgardo edison efrain eladio eleuterio eliana elida eloisa eloy elsa elvio elvira emerita ' +
      'emerson emeterio enriqueta epifanio erasmo ercilia ermelinda esmeralda estanislao estefania estela estrella etelvina eudoro eufemia ' +
      'eugenio eulogio eusebio eustaquio evangelina evelyn exequiel ezequiel fabricio facunda faustina faustino fausto federica felicia ' +
      'felicitas felisa feliciano fermin fernan fidelina filiberto fiorella flaviana florentina florentino florinda floro fortunato ' +
      'fulgencio gaston gaudencio generoso gerarda gladis gladys gloria goyo graciano gregoria gricel guadalupe guido guillermina gumersindo ' +
      'haydee heber hebe heriberto hermelinda hermenegildo herminio hernan higinio hilda hipolito honorio horacio hortensia humberto ' +
      'idalina ignacia ilda iliana indalecio indiana inocencio irene iris irma isabelino isidora isidoro isolina itati ivonne jacinta ' +
      'javiera jazmin jeronimo jesusa jhon joaquina jordana jorgelina josefina jovita juancho juanita julieta juliana justa justina justo ' +
      'karen karina lautaro laureano lauro lavinia leandra leocadia leocadio leonel leonela leonidas leonor leontina libertad lidia ligia ' +
      'liliam lilian liliana lindolfo lorenza loreto lourdes lucero lucina lucrecia luisina lujan macarena macedonio maira malena malvina ' +
      'manuela marcelina marcelino marcial mariangeles maribel maricel maricruz marilu marina marisa marisol maristella maritza marlene ' +
      'matilde maura mauro maximina maximino mayra melania melina melissa mercedes micaela milagros milciades milena milka milton minerva ' +
      'mirella mireya miriam mirta modesta modesto moises nadia nahuel nancy narciso nazaria nelida nelly nelson nereida nerea nestora ' +
      'nicanor nicasio nicomedes nidia nieves nilda nilo nimia noelia nora norberto norma obdulio octavia olegario olimpia olinda omar ' +
      'onofre orfilia oriana orlando orosman osmar osvalda otilia ovidio pamela pancracio paola pascuala pastora paulino perla petrona ' +
      'plutarco policarpo porfirio presentacion priscila procopio prudencio quintin rafaela ramona raquel refugio regino reina remigio ' +
      'renee reynaldo ricarda rigoberta robustiano rodolfa rogelia romana romeo romina romualdo rosalba rosalia rosalina rosana rosario ' +
      'rosaura roxana ruben rudecindo rufina rufino ruperto sabino salustiano samanta sandino saul sebastiana segundo selva serafin serena ' +
      'servando severino severo sheila sigfrido silvana silverio silvestre simona sinforoso sixto socorro soledad sonia sotero stella ' +
      'susana tabare tamara tatiana telmo teodora teofilo tercera tiburcio timoteo tobias tomasa toribio tranquilino trinidad ubaldo ' +
      'ulpiano umberto urbano urbana ursula valentino valeriano vanesa venancio ventura veronica vicenta vidal victoriano vilma violeta ' +
      'virgilio virginio viviana vladimir walkiria walter wenceslao wilfredo wilson wilmar ximena yamandu yamila yanina yesica yolanda ' +
      'yuliana zacarias zaida zelmar zenaida zenon zoila zoraida zulema zunilda',
  },
  {
    language: 'pt',
    common: '',
    other:
      'abel abilio adao ademar ademir adilson aguinaldo airton alcione aldair alessandra aline almir altair amadeu amauri americo anderson ' +
      'antero aparecida aparecido arlindo arnaldo artur augusta aurelio avelino barbara benedita benedito benvinda bento bernadete breno ' +
      'caetano caio carlota cassia cassiano cassio catarina celso cicero cidalia clarice claudete claudiney clea cleber cleide cleiton ' +
      'cleusa clovis conceicao creusa dalva damiao danilo davi davidson deise delfim denilson dionisia dirce djalma douglas edilson edimar ' +
      'edna edson edvaldo elaine eliane elias elisabete elisangela elza emerson enzo erica erivaldo estela etelvina euclides eunice ' +
      'evandro everton expedito fabiana fabricio fatima filomena firmino flavio florbela francisca franklin gaspar genivaldo geni geraldo ' +
      'gerson gilberto gilmar gilson gisele gislaine givanildo glaucia gracinda guiomar heitor helder helio heloisa henriqueta herminia ' +
      'hilario honorina hugo iara idalina ilda inacio iracema irineu isaura ismael ivete ivo ivone izabel jacira jacques jair jaqueline ' +
      'jarbas jerusa joana joaquim joelma jonas jorgina josefa joselito josiane josue jovelina juarez jucara jurandir juscelino jussara ' +
      'laercio lais larissa laura lauro lazaro leda leila leonilde leonor leopoldina licinio lindalva lucelia lucilia lucinda luzia luzinete ' +
      'magali magda magno manoel marcia margarida mariza marlene marli matilde maura mauricio maximino meire miguelina milene moacir moema ' +
      'nadir natalina nazare neide nelson neuza nilson nilza niva noemia norival odete odilia olinda olivia orlanda osmar osvaldo otacilio ' +
      'otavio palmira pascoal penha piedade priscila quiteria raimunda raimundo regina reinaldo rejane renato rita robson rogerio romeu ' +
      'romulo ronaldo rosalina rosana rosangela roseli rosilda rosinha salete salvador samuel sandro sebastiana sebastiao severina severino ' +
      'sidney silvana silvia simao simone solange sonia soraia suely suzana tadeu tania telma terezinha thais thalita thiago tiago tomas ' +
      'uelinton valdemar valdir valeria valmir vanda vanderlei vanessa vania vasco vera veridiana vicente vilma vinicius violante virgilio ' +
      'vitor vitoria viviane wagner waldir wanderley wellington wesley wilma yara yasmin zelia zenaide zilda zulmira',
  },
  {
    language: 'it',
    common: '',
    other:
      'achille adalgisa addolorata adelmo agata agnese agostina alberico albina aldo alfio alighiero amedeo amerigo amilcare ampelio angiola ' +
      'annarita annunziata antonello arduino armida arnaldo arrigo artemio assunta attilio azzurra baldassarre barbara bartolomeo basilio ' +
      'battista beniamino benedetta benedetto benito bernardina berto biagio bianca bonaventura brunella bruna bruno calogero camilla ' +
      'carmela carmine carolina cassandra caterina cesare cesarina cinzia cirillo ciro clelia clemente clotilde concetta consolata corrado ' +
      'cosimo costantino costanza crocifissa damiano danila dario debora delia demetrio desiderio diletta dina domenica domenico donatella ' +
      'donato doriana edda edmondo edoardo efisio egidio elda eleonora eligio elio eliseo elvira emanuele emilio enea enrica ercole ermanno ' +
      'ermenegildo ermes ernesto ersilia eros ettore eufemia eugenia eusebio eva evelina ezio fabiola fabrizia fabrizio fausta fausto fedele ' +
      'federica ferdinando fernanda ferruccio filiberto filippa filippo filomena fiorella fiorenza flaminia flavia flora floriana fortunato ' +
      'fosca franca furio fulvia fulvio gabriella gaetana gaetano galileo gaspare gavino gelsomina genoveffa gennaro gerardo germana gesualdo ' +
      'giacinto giacomo giada giancarlo gianfranco gianluca gianluigi gianmarco gianna gianni gianpaolo gilda ginevra ginetta gino gioacchino ' +
      'gioele giordano giorgia giosue giovanna girolamo gisella giulietta giuliana giuseppina giustina giusto glauco goffredo graziano ' +
      'graziella grazia greta guglielmo guido ignazio ilaria ilario immacolata ines iolanda irma isabella isidoro italo ivana ivano ivo jacopo ' +
      'lamberto lando laura lavinia lea learco leonardo leonida leopoldo letizia lia liana liberato libero lidia lino livia livio lodovico ' +
      'loredana lorella lorena lorenza loretta loriana luana luciana luciano lucilla lucio lucrezia ludovica ludovico luigia luigina maddalena ' +
      'mafalda manlio manuela mara marcella marcello margherita marika mariella marilena marina marino marisa marzia massimiliano massimo ' +
      'matilde mattia maura maurizio melissa michela michelangelo milena mirella mirco miriam moira monia morena moreno nadia natale natalina ' +
      'nazario nella nerina nestore nevio nicoletta nino noemi norma nunzia nunzio odoardo ofelia olga oliviero omar ombretta onofrio orazio ' +
      'oreste oriana orietta ornella orsola ortensia oscar osvaldo ottavia ottavio ottone palmira palmiro pamela paride pasqualina pasquale ' +
      'patrizia patrizio petronilla piera pierangelo piergiorgio pierluigi piero pierpaolo pina pino placido primo priscilla quintino quirino ' +
      'rachele raffaela raffaele raimondo ramona raniero rebecca regina remo renata renato renzo riccarda rina rinaldo rino rita rocco rodolfo ' +
      'romano romeo romina romolo romualdo rosalba rosalia rosanna rosaria rosario rosella rosetta rossana rossella ruggero sabina sabrina ' +
      'salvatore samanta samuele sandra sandro santa santina santino saverio savino sebastiano secondo selene serafina serena sergio severino ' +
      'sibilla silvana silvano silverio simona simonetta siro sonia stanislao stella stelvio susanna sveva tamara tania taddeo teodora ' +
      'teodoro terenzio tina tito tiziana tiziano tobia tommasina tommaso tosca tranquillo tullia tullio ubaldo ugo umberto urbano ursula ' +
      'valentino valeria valerio vanda vanessa vanni veronica vilma vincenza vincenzo viola virgilio virginia virna viscardo vita vitale vito ' +
      'vittoria vittorio viviana vladimiro walter wanda zaira zeno zita',
  },
  {
    language: 'de',
    common: '',
    other:
      'adalbert adelbert adelheid adolf agathe albrecht aloisia alois alwin alwine amalie andrea anett angelika anita anja anke anneliese ' +
      'annegret annelore annerose ansgar armin arno arnold arnulf arthur astrid august auguste axel balthasar barbel bastian beate benedikt ' +
      'benno bernd bernhard bernhardine bertha berthold bertold bettina bianca birgit birgitta birte bjorn bodo bogdan boris brigitte ' +
      'brunhilde bruno burghard burkhard carsten cathrin christa christel christiane christoph claudius clemens conrad constanze cordula ' +
      'corinna cornelia cornelius dagmar detlef detlev dieter diethelm dietlinde dietmar dietrich dirk dominik doreen dorit dorothea dorothee ' +
      'eberhard eckart eckhard edelgard edeltraud edgar edith edmund eduard egbert egon ehrenfried eike elfriede elisabeth elke ellen elli ' +
      'elmar elsbeth else emil emma engelbert erhard erika erna ernst erwin eugen eva evelyn ewald fabian falk felicitas ferdinand florian ' +
      'frank franz franziska frauke fridolin frieda friedbert friedegard friedemann friederike friedhelm friedlinde friedrich fritz gabriele ' +
      'gebhard georg gerald gerda gereon gerhard gerlinde gernot gero gerold gertraud gertrud gertrude gesine gisbert gisela giselher gotthard ' +
      'gottfried gotthilf gottlieb gregor grete gudrun guido gunda gundula gunter gunther gustav hanna hannelore hannes hans hansjorg ' +
      'harald hartmut hartwig hedwig heidemarie heidi heidrun heike heiko heiner heinrich heinz helene helga helge helma helmut helmuth ' +
      'henning henriette henrike herbert heribert hermann hermine herta hertha hilde hildegard hiltrud holger horst hubert hubertus hugo ' +
      'ida ilona ilse inge ingeborg ingelore ingo ingrid irene iris irma irmgard irmtraud isolde ivonne jochen joachim johann johanna ' +
      'johannes jorg jost julius jurgen jutta karin karla karlheinz karoline karsten kaspar katharina kathe kathrin katja katrin kerstin ' +
      'kilian klara klaus klemens konrad konstantin konstanze korbinian kornelia kunigunde kunibert kurt lambert leberecht leonhard leopold ' +
      'liesbeth liesel lieselotte liselotte lina lorenz lothar lotte louise ludger ludwig luise lutz lydia magdalena magnus maike malte ' +
      'manfred manuela margarete margarethe margit margot margret marianne marie marion marlene marlies marlis martha mathias mathilde ' +
      'mathis mechthild meike meinhard meinolf melanie merle michaela mirjam monika nadine nicole nikolaus norbert notburga olaf olga oliver ' +
      'olivia ortrud ortwin oskar oswald otmar ottilie otto ottokar pankraz petra philipp philippine pia rainer raimund ralf ralph regina ' +
      'regine reiner reinhard reinhild reinhold renate rica richard roderich roland rolf romy ronald rosa rosalinde rosemarie rosi roswitha ' +
      'rosina rotraud rudi rudiger rudolf rupert ruth sabine sabrina sandra sebald siegbert siegfried sieglinde siegmar siegmund siegrid ' +
      'siegrun sigismund sigmund sigrid sigrun silke silvia simone sofie solveig sonja stefan stefanie steffen steffi stephan susanne svea ' +
      'sven swantje sylvia tanja tatjana thea theda theo theodor theresa therese theresia thilo thomas thorsten tilman tilo timo tobias ' +
      'torben torsten traudel traute traugott trude trudel udo ulf uli ulrich ulrike urban ursula uta ute uwe valentin valeska vera verena ' +
      'veronika viktor viktoria vinzenz volker volkmar walburga waldemar waldtraud walter waltraud waltraut wendelin wenzel werner wiebke ' +
      'wieland wigbert wilfried wilhelm wilhelmine willi willibald willy wilma winfried wolf wolfgang wolfram xaver yvonne zacharias zita',
  },
  {
    language: 'fr',
    common: '',
    other:
      'achille adele adelaide adrien adrienne agathe aime aimee alban alberte albertine alexandrine alexis alfred alix alphonse amandine ' +
      'amaury ambroise amedee amelie anais anatole andree ange angele angelique anicet annabelle annette annick anselme anthony antoinette ' +
      'apolline archibald ariane aristide armand armande armel armelle arnaud arsene arthur astrid aubin aude audrey auguste augustin ' +
      'augustine aurelie aurelien aurore aymeric baptiste baptistin barnabe barthelemy bastien baudouin benedicte benjamin benoit berenice ' +
      'bernadette bernardin bertille bertrand blaise blanche blandine boniface brice brigitte camille capucine carine carole caroline cassandre ' +
      'cecile cedric celeste celestin celestine celia celine cesar chantal charlene charlotte christelle christiane christophe claire clara ' +
      'clarisse claudette claudine clemence clement clementine clotilde clovis colette coline colombe constance constant constantin coralie ' +
      'corentin corinne cyprien cyril cyrille damien daniele danielle daphne david deborah delphine denise desire desiree diane didier dieudonne ' +
      'dimitri dominique donatien donatienne dorothee edgar edith edmee edmond edouard edwige eleonore eliane eliette elisabeth elise elodie ' +
      'eloi eloise elsa elvire emeline emeric emile emilie emilien emilienne emma emmanuel emmanuelle eric ernest ernestine erwan estelle ' +
      'esther etienne eudes eugenie eulalie euphrasie eusebe eustache evariste evelyne fabien fabienne fabrice fanny faustine felicie felicien ' +
      'felicite felix ferdinand fernand fernande fidele firmin flavie flavien fleur floriane florence florent florentin florian florimond ' +
      'francine francois francoise frederic frederique gabin gabrielle gael gaelle gaetan gaspard gaston gauthier gautier genevieve geoffrey ' +
      'geoffroy georges georgette geraldine geraud germain germaine gerome gervais gervaise ghislain ghislaine gilberte gilles ginette gisele ' +
      'gontran goulven grace gratien gregoire guenole guilhem guillaume guillemette gustave guy gwenael gwenaelle gwendal gwendoline hadrien ' +
      'helene heloise henri henriette herve hermine hilaire hippolyte honore honorine hortense hubert hugo hugues huguette humbert hyacinthe ' +
      'ignace ines irenee isaure isabelle isidore jacky jacqueline jacquot janine jeanne jeannette jeannine jeremie jeremy jerome joachim ' +
      'jocelyn jocelyne joel joelle jonathan jordan josee joseline josephine josette josiane jossein josselin jules julie julien julienne ' +
      'juliette juste justin justine kevin laetitia lambert laurence laurent laurette laurie laurine lazare lea leon leonard leonce leone ' +
      'leonie leontine leopold leopoldine liliane line lionel lisa lise lisette loic lolita loris lorraine louis louise louisette luc luce ' +
      'lucette lucie lucien lucienne lucile ludivine ludovic lydie lyse maelle magali mahaut maite manon marcel marceline marcellin marcelle ' +
      'margaux margot marguerite marianne marielle mariette marine marinette marion marius marlene marthe martial martine maryline maryse ' +
      'maryvonne mathieu mathilde mathurin matthieu maud maurice mauricette max maxence maxime maximilien melanie melchior melina melissa ' +
      'melusine michele micheline michelle mireille modeste monique morgane muriel myriam nadege nadine nathalie nestor ninon noelle noemie ' +
      'norbert octave octavie odette odile odilon olga olivier olympe ombeline ondine oriane pacome pamela pascal pascale pascaline patrice ' +
      'patricia paul paule paulette paulin pauline perceval perrine pervenche philbert philibert philippe philippine philomene pierrette ' +
      'pierrick placide prosper prudence quentin rachel rachid raoul raphael raphaelle raymond raymonde regine regis reine remi remy renaud ' +
      'rene renee reynald richard robin rodolphe rodrigue roger rogatien roland rolande romain romaric romeo romuald ronan rosalie rose ' +
      'roseline rosemonde rosette rosine roxane ruth sabine sabrina salome samson sandra sandrine sarah saturnin sebastien segolene seraphin ' +
      'serge severin severine sibylle sidonie sigolene simone sixtine solange solene soline sophie stanislas stephane stephanie suzanne ' +
      'suzette sylvain sylvaine sylvestre sylvette sylviane sylvie tancrede tanguy tatiana theodore theophile therese thibaud thibault thibaut ' +
      'thierry tiphaine titouan tristan ulysse urbain ursule valentin valentine valere valerie valery vanessa venceslas veronique viance ' +
      'victoire victor victorien victorine vincent violaine violette virgile virginie viviane vivien vivienne wilfried william xavier ' +
      'xaviere yann yannick yoann yolaine yolande yves yvette yvon yvonne zacharie zephyrin zoe',
  },
  {
    language: 'pl',
    common: '',
    other:
      'adela adelajda adolf agaton albin aldona alfons alfred aleksy alojzy amadeusz ambrozy anastazja anatol aniela anita anna apolonia ' +
      'apolinary ariel arnold artur august augustyn aureliusz balbina baltazar barnaba bartlomiej bazyli benedykt beniamin benon berenika ' +
      'bernard bernardyna berta blanka bogna boguslawa bohdan boleslawa bonifacy borys bozydar brajan bronislawa brunon brygida bogumil ' +
      'celestyn celina czeslaw daria dawid debora demetriusz diana dionizy dobrochna dobroslawa donata dorian edmund edward eleonora eligiusz ' +
      'eliasz elwira emanuel emil emilian erazm ernest ernestyna erwin estera eugenia euzebiusz ewaryst ewelina fabian faustyna felicja ' +
      'felicjan ferdynand filemon filomena florian florentyna fryderyk fryderyka gabriel gawel genowefa gerard gertruda gniewomir gracjan ' +
      'gracjana grazyna grzymislawa gustaw gwidon helga hermina hieronim hilary hipolit hiacynta honorata horacy idzi ignacja iga inga ' +
      'innocenty irma irmina iwan iwo jagna jagoda jakobina jan january jaropelk jaroslaw jaroslawa jedrzej jeremi jeremiasz joachim judyta ' +
      'julita juliusz jowita kaja kalina kalikst kamila karina kasandra kasjan kasper kasia kazimiera kladiusz klara klemens klemencja ' +
      'klementyna kleopatra klaudiusz konstancja konstantyn kordian kosma krystian krystiana krzysztofa ksawery ksenia kunegunda kwiryn ' +
      'laura laurencja lea lechoslaw leokadia leonard leonia leopold leonora leticja lew liwia lolita longin lubomir lubomira lucjana luiza ' +
      'ludmila ludomir ludwika lukrecja maciej maksym malwina manfred marcelina marcjanna margaryta marek mariana marietta marlena martyn ' +
      'marzanna marzena matylda maurycy melania melchior metody michalina mieczyslawa mikolaj mila mira mirela miron mirabela modest moira ' +
      'monika morys nadzieja narcyz natan nela nestor nikola noemi nora odyseusz oktawia oktawian olaf olga olgierd olimpia oliwer onufry ' +
      'otylia otton pankracy pankracja patrycja patrycjusz paula pelagia petronela piotr placyd polikarp protazy prokop przemysl rachela ' +
      'radzimir rajmund rajmunda rajner remigiusz rita roch roland romuald romualda roksana rozalia ruben rudolf rufin rufina sabina salomea ' +
      'samuel sara saturnin serafin sergiusz seweryn seweryna slawomira sobieslaw stefan stoislaw strzezymir sulislaw swiatoslaw swietoslaw ' +
      'sykstus syriusz szczepan szczesny tacjana tamara tatiana tekla telesfor teodor teodora teofil teofila tobiasz tolislaw tymoteusz ' +
      'tytus ulryk ulryka urban ursyn uriel walenty walentyna waleria walerian walery walter wawrzyniec wenancjusz wera wespazjan wiaczeslaw ' +
      'wieslaw wiga wiktoryna wilhelm wilhelmina wiliam wincenty wit witold witoslaw wirginia wlodzimiera wojslaw wolfgang zachariasz zaneta ' +
      'zbyszko zdzislawa zefiryn zenobia zenobiusz ziemowit zofia zuzanna zyta zygfryd zytomir zywia',
  },
  {
    language: 'en',
    common: '',
    other:
      'abigail ada adela adeline agatha agnes aidan ailsa alana alastair albert aldous alec alethea alfreda alistair alma althea alton alvin ' +
      'amelia amos anastasia angus anita annabel annette ansel anthea archibald archie arlene arnold arthur aubrey audrey augusta augustus ' +
      'austin avril barclay barnabas barnaby barney basil beatrice beatrix belinda benedict bennett bernadette bernice bertha bertram bertrand ' +
      'beryl bethany betsy beulah beverley blanche boris bradford bradley brandon brenda brendan bridget bronwen bruce bryony byron caleb ' +
      'calvin cameron camilla candace carl carla carlton carmel carol caroline carolyn carys cassandra catriona cecil cecilia cedric celia ' +
      'chad charity charlene charlotte chelsea cheryl chester christabel christine clara clarence clarissa claude claudia clement clementine ' +
      'clifford clifton clint clive clyde colette colin colleen conor constance cora cordelia corinne cornelia cornelius cosmo courtney craig ' +
      'cuthbert cynthia cyril daisy damian damien daphne darcy daria darlene darrell darren davina dawn deborah deirdre delia della delores ' +
      'denis denise dennis derek desmond diana dirk dolores dominic donald donna donovan dora doreen doris dorothea dorothy dougal douglas ' +
      'drew drusilla duncan dustin dwayne dwight dylan earl edgar edith edmund edna edwin edwina eileen elaine eleanor elias eliza ella ellen ' +
      'elliot elsie elton elvis emmanuel emmeline emrys enid enoch erica ernest ernestine errol esme esmeralda esther ethan ethel eugene ' +
      'eugenia eunice eustace eva evangeline evelyn everett ezra faith fay felicia felicity felix ferdinand fergus fiona flora florence floyd ' +
      'frances francine franklin fraser frederica frederick freya gail gareth garrett garth gavin gemma genevieve geoffrey georgia georgiana ' +
      'georgina gerald geraldine gerard gertrude gideon gilbert giles gillian gladys glen glenda glenys gloria godfrey gordon grace graeme ' +
      'graham grant greta griselda guinevere gwendolyn gwyneth hamish hannah hannibal harold harriet harvey hattie hazel heather hector hedley ' +
      'heidi helena henrietta herbert hermione hester hilary hilda hiram holly homer honor hope horace horatio hortense howard hubert hugh ' +
      'hugo humphrey iain ian ida ignatius igor imogen ina inez inga ingrid ira irene iris irma irvin irving isaac isabel isabella isadora ' +
      'isaiah isobel ivor ivy jacqueline jade jared jarvis jasmine jasper jemima jemma jenna jennifer jeremiah jeremy jerome jessamine jesse ' +
      'jethro jocelyn joanna joel jonah jonas jonathan josephine josiah joyce judith julian juliet june justin justine karen karl katrina keira ' +
      'keith kelvin kendra kenneth kerry kirk kirsten kirsty kitty lachlan lana lance larissa latoya laurel lauren laurence lavender lavinia ' +
      'leah leander leila lena leona leonard leonie leonora leopold leroy leslie lester letitia lilian lillian linda lindsay linus lionel ' +
      'lloyd lois lola loretta lorna lorraine lottie louella louisa lucas lucian lucille lucinda lucius lucretia ludovic luella luther lydia ' +
      'lyndon lynette lynn mabel mackenzie madeleine madeline magdalen magnus maisie malachi malcolm malvina marcella marcia marcus margery ' +
      'margot marguerite marian marianne marietta marigold marilyn marina marion marissa marjorie marlene marlon marmaduke marshall martina ' +
      'marvin mathilda matilda maud maura maureen maurice maximilian maxine maxwell melanie melinda melissa melody melvin mercy meredith ' +
      'merle merlin mervyn mildred miles millicent milo milton minnie mirabel miranda miriam moira molly monica montague morag morgan morris ' +
      'mortimer moses muriel murray myra myrtle nadine nadia naomi natalie natasha nathan nathaniel neil nell nellie nelson nesta neville ' +
      'newton nicola nigel nina noah noel noelle nora norbert noreen norma norman norris octavia octavius odette olga oliver olivia ophelia ' +
      'orla orlando orson orville oscar osbert oswald otis otto owain owen pamela patience patrick patsy paula pauline pearl peggy penelope ' +
      'percival percy peregrine perry petronella petula philippa philomena phineas phoebe phyllis piers polly poppy portia preston primrose ' +
      'priscilla prudence prunella quentin quincy quinn rachel ralph ramona randall randolph raphael raquel raymond rebecca reginald regina ' +
      'renata reuben rex rhiannon rhoda rhona rhonda rhys robina roderick rodney roland rolf roma ronald ronan rory rosalie rosalind rosalyn ' +
      'rosamund rosanna roscoe rosemary rosie ross rowan rowena roxanne royston ruby rudolph rufus rupert russell ruth sabrina sadie salome ' +
      'samantha samson sandra sarah saskia saul sebastian selena selina selwyn serena seth shannon sheena sheila sheldon shelley shirley ' +
      'sibyl sidney sienna silas silvester silvia simeon sinead siobhan sonia sophia spencer stanley stella stephanie sterling stewart stuart ' +
      'susannah suzanne sybil sydney sylvester sylvia tabitha talbot tamara tamsin tanya tara tatiana tessa thaddeus thea theodora theodore ' +
      'theresa thelma theobald theophilus thora tiffany timothy tobias toby trevor tricia tristan troy tyrone ulysses una ursula valentine ' +
      'valerie vance vanessa vaughan velma venetia vera verity vernon veronica victoria vincent viola violet virgil virginia vivian vivien ' +
      'vivienne wallace walter wanda warren wendell wendy wilbur wilfred wilhelmina willa willard willis wilma winifred winnie winston wyatt ' +
      'xanthe yolanda yvette yvonne zachariah zachary zara zelda zoe',
  },
  {
    language: 'nordic',
    common: '',
    other:
      'aasmund adele agda agneta ake albin aksel alfhild algot alva amund anja annbritt anneli annika ansgar arild arne arnfinn arvid asbjorn ' +
      'ase aslaug asmund astrid atle aud audun axel bengt bente berit bertil birger birgit birgitta birthe bjarne bjorg bjorn bo bodil borge ' +
      'borje brage britt britta brynhild christer dag dagfinn dagny egil einar eirik eivind elin elisabet elof embla erland erling eskil ' +
      'espen eva evald evert eyvind finn frank freja fride frode froydis gaute geir gerd gerda gote gorm greger greta grethe gro gudmund ' +
      'gudrun gullan gunhild gunilla gunn gunnar gunnel gunvor gustav haakon hakan haldis halfdan halldis hallvard halvard halvor harald ' +
      'hasse hedda hege helga helge henning hilde hilma hjalmar hjordis holger hulda idun inga ingalill ingeborg ingegerd inger ingmar ingrid ' +
      'ingvald ingvar ingvild ivar iver jarl jarle jens jerker joakim jorgen jorunn jostein kaare kai kaisa kari karin karl katarina kerstin ' +
      'ketil kjell kjersti kjetil klas knud knut kristian kristin kristoffer kurt laila lars leif lennart linnea lisbet lise liv lotta mads ' +
      'magne magnhild magni magnus maj majken malin margit margrete marit mats merete mikkel mogens morten nanna niels nils nina njal odd ' +
      'oddbjorn oddny oddvar olaf olav ole olof orjan oskar ottar ove oystein oyvind palle pelle per pernilla petter poul preben ragna ' +
      'ragnar ragnhild ragnvald randi rasmus reidar reidun roald roar rolf roy rune runa signe sigrid sigrun sigurd sigvard siri siv sixten ' +
      'snorre solveig soren staffan steinar stein stellan stian stig sture sune svante svein sven svend synnove tage terje thora thorbjorn ' +
      'thorvald tiina tomas tone tor torbjorn tord tore torgeir torhild torill torkel tormod torstein torsten torunn torvald trine trond ' +
      'trygve turid tuulikki ulf ulla ulrika unn unni urban valborg vegard vera verner vibeke vidar vigdis vilhelm viggo viveka yngvar yngve ' +
      'aino antti arja eero eija eino elina esa hannu heikki helvi hilkka ilkka ilmari irja jaakko jari jorma jouko juha juhani jukka jussi ' +
      'kaarina kaija kaisu kalevi kalle kari kauko kirsi kyosti lauri leena maarit mikko minna mirja olli oskari outi paavo pekka pentti ' +
      'pertti piia pirjo pirkko raija raimo reijo reino riitta risto ritva saara sakari sanna satu seppo sirkka sirpa taina tapani tapio ' +
      'tarja tauno teemu terhi teppo timo toivo tuija tuomas tuula urho vaino veikko veli vesa viljo virpi yrjo',
  },
  {
    language: 'ro',
    common: '',
    other:
      'adela adina alin alina anca anghel aurel aurica aurelian bogdan bogdana camelia catalin catalina cezar ciprian claudiu codrut codruta ' +
      'constanta corneliu cornel cosmin costel costin cristi cristina dana danut delia denisa dinu doina dorel dorin dorina dragos dumitra ' +
      'emanoil eugen felicia filip flavius floarea florea floricel florica florin gabi georgeta gheorghe gherghina gica grigore horatiu horia ' +
      'iacob ilarion ilie ilinca ileana ioan ioana iolanda ion ionel ionela ionut iordache irina iulia iulian iuliana iulius lacramioara laurentiu ' +
      'lavinia leontina lia liana lidia ligia liliana livia liviu loredana luca lucia lucretia ludovica luminita madalin madalina magda manole ' +
      'marcela marga marian mariana marilena marin marinela marius matei mihaela mihai mihail mihaita mirabela mircea mirela monica natalia ' +
      'nechita neculai nelu nicolae nicoleta nicu nicusor niculina octavian octavia olimpia oana otilia ovidiu paraschiva pavel petre petru ' +
      'petronela petruta radu raluca remus roxana rodica romulus sabin sanda sanziana sebastian septimiu serban sever silvia silviu simina ' +
      'simona smaranda sorin sorina stan stanca stelian steliana stefan stefania tatiana teodor teodora titus toader toma traian tudor tudora ' +
      'valentin valerica valeriu vasile vasilica veronica veta victor viorel viorica virgil viorela vlad vladut voicu zamfir zamfira zoia',
  },
  {
    language: 'ru',
    common: '',
    other:
      'adam agata albina alevtina alina alla anatoli anatoly anfisa anton antonina apollinaria arkadi arkady arseni artem artyom avdotya ' +
      'bogdan bohdan boris bronislav dalibor danila danil darya demid demyan denis domna efim efrosinya egor elizaveta emelyan evdokia ' +
      'evgenia faddei faina fedor fedosya fekla feliks filipp foma fyodor galina gavriil gennadi gennady georgi gerasim german gleb grigory ' +
      'hleb ignat igor ilya inessa inga innokenti inna iosif iraida irina ivan jaroslav jaroslava juri kapitolina kazimir kira kirill klavdia ' +
      'klim kondrat konstantin kristina kseniya kuzma lada lana larisa lavrenti leonid lev lidia lilia ludmila lyubov lyudmila makar maksim ' +
      'margarita marfa marina matvei maya miloslav miloslava mikhail miroslav miron modest mstislav nadezhda naum nazar nelly nika nikita ' +
      'nikifor nikodim nikolai nina nonna oksana oleg olesya orest osip pankrat pavel pelageya platon polina prokhor radion raisa rimma ' +
      'rodion roksana ruslan rustam ruzena savely semyon serafim serafima sergei snezhana sofia spiridon stanislava stepan svetlana ' +
      'svyatoslav taisia tamara taras tatyana terenty tikhon timofei timur trofim tryfon ulyana ustin ustinya vadim valentin valeria valery ' +
      'varvara vasilisa vasily veniamin vera veronika viktor vitaly vlad vladimir vladislav vladlena vlasta vsevolod vyacheslav yakov yan ' +
      'yana yaroslav yefim yegor yelena yulia yuri zakhar zhanna zinaida zinovi zlata zoya bozena bozidar bozidara branislav branka branko ' +
      'bratislav cedomir dalibora danica darinka davor dejan dobrila dragan dragana drago dragica dragutin drazen dubravka dusan dusanka ' +
      'goran gordana ivana ivica jadranka jagoda jasna jasmina jelena jindrich jindriska jiri jitka jovan jovana katarina kresimir ljiljana ' +
      'ljubica ljubomir lubos lubomir lucie marko marketa mile milan milica milena miljenko milivoj milos miluse milutin mirjana mirko ' +
      'mladen momir nada nebojsa nenad nevenka ondrej otakar petar predrag premysl radka radmila radim radomir radoslav radovan ratko rozalie ' +
      'sasa sava savka senka sinisa slavica slavko slavomir slobodan snezana srdan stanko stipe stjepan svatopluk svetozar tihomir tomislav ' +
      'vaclav velimir vendula vera vesna vit vjekoslav vladan vlatka vlastimil vojislav vojtech vratislav vuk zdenek zdenka zdravko zeljka ' +
      'zeljko zivko zlatan zlatko zoran zorica zvonimir bosiljka',
  },
  {
    language: 'hu',
    common: '',
    other:
      'abel adalbert adel adorjan agnes agoston aladar albert alexandra alfred alpar ambrus anasztazia andor andras anett aniko antal apollonia aranka ' +
      'arnold aron arpad attila aurel balazs balint barbara barna barnabas bela benedek bence benjamin berta bertalan blanka boglarka boldizsar ' +
      'borbala brigitta csaba csilla csongor dalma daniel david denes dezso dominik donat dora dorottya edit edina egon elek elemer elvira emese emil ' +
      'emilia endre eniko ernesztina erno ervin erzsebet eszter etelka eva fanni ferenc flora frigyes fulop gabor gaspar gedeon gellert geza gizella ' +
      'gusztav gyongyi gyongyver gyorgy gyozo gyula hajnal hajnalka hedvig henrietta henrik hilda hugo ibolya ida ignac ildiko ilka ilona imola imre ' +
      'irma istvan ivan izabella izidor janka janos jeno joachim jolan jolanta jozsef judit julianna kalman kalman karola karoly katalin kazmer kinga ' +
      'klara kornel kornelia kristof krisztian krisztina lajos laszlo laura lehel lenke levente lidia lili livia lorant lorinc lujza magda magdolna ' +
      'malvin marcell margit marianna marta marton maria mate matild matyas melinda menyhert mihaly miklos milan monika mor nandor natalia noemi ' +
      'nora norbert olga olivia orsolya oszkar otto oliver pal pali piroska rafael regina rezso rita robert roland roza rozalia rudolf sandor sara ' +
      'sarolta sebestyen simon szabina szabolcs szandra szilard szilvia szilveszter tamara tamas teodora terez terezia tibor timea tihamer tivadar ' +
      'tunde valeria vazul vendel vera veronika vidor viktor viktoria vilma vilmos vince virag virgil zalan zita zoltan zsanett zsigmond zsofia zsolt zsuzsanna',
  },
  {
    language: 'nl',
    common: '',
    other:
      'aafke aagje aaltje adriaan adriana aleida alida anneke annelies anouk antje antonius arend arie arjan arnoldus bart bartholomeus bastiaan ' +
      'beatrix ben berend bert bram carolien catharina coenraad cor cornelia cornelis daan diederik diewertje dirk dolf ebbe eelco elisabeth els ' +
      'emiel engelbertus evert fenna ferry floor floris fokke frans frederik fredrika geert geertje geertruida gerard gerardus gerben gerrit gerritje ' +
      'gijs gijsbert godelieve govert greetje grietje guus hanneke harm harmen heleen hendrik hendrika hendrikje henk herman hermien hidde hilde ' +
      'huib hugo ineke jaap jacob jacoba jacobus jacomina jan janneke jannes jannetje jantje jelle jeroen jet jo johan johanna joke joost jorrit ' +
      'jos joris jurgen jurriaan karel katelijne kees klaas klaasje koen koenraad lambertus leendert lieke lies liesbeth lieve lijsbeth loes lotte ' +
      'lodewijk lourens maaike maarten maartje machteld margriet mariska marieke marijke marjolein marleen martinus matthijs meindert menno mieke ' +
      'miep mirjam nelleke nico nienke paulien petronella petrus piet pieter pieternel pim reinier renske riet rik rinus roel roelof rogier ronald rutger ' +
      'ruud sander sanne saskia sebastiaan sibren sietske sjaak sjoerd sjoukje stijn teunis theodorus thijs tineke tjeerd toon truus wessel wiebe ' +
      'wilhelmina wilhelmus willem willemijn wim wobbe wouter wouterus ytje',
  },
  {
    language: 'tr',
    common: '',
    other:
      'abdulkadir adem adil adnan agah ahu akin alev ali alper alperen altan arda arzu asim asiye asli asuman atilla ayberk aydan ayfer aygul ayhan ayla ' +
      'aylin aysegul aysel aysen aysenur aysun aytac aytekin aziz azra bahadir bahar baki banu baris basak batuhan bayram bedia bedri behice bekir ' +
      'belgin berk berkay berna bilal bilge birsen bora bulent burak burcu burhan busra cafer canan cansu celal celil cem cemal cemil cemile cengiz ' +
      'cevdet ceyda ceyhun cihan cihat cigdem coskun cumhur damla deniz derya dilara dilek dogan duygu ebru ece ecem ediz efe ekrem elif emel emin ' +
      'emine emir emrah emre ender engin enis erdal erdem erdogan eren ergin ergun erhan erkan erol ersin ertan ertugrul esin esma esra evren eyup ' +
      'fadime fahri faik faruk fatih fatma fehmi ferda ferdi ferhat feride ferit feyza fidan fikret filiz firat fuat fulya funda furkan galip gamze ' +
      'gizem goksel gokhan gonca gonul gozde gul gulay gulcan gulden gulhan gulnur gulsah gulsen gulsum gunay gunes gungor gurkan guven hacer hakan ' +
      'haldun halil halime haluk hamdi hamit handan hande harun hasibe hatice haydar hayri hayriye hikmet hulya husamettin husnu ibrahim idris ilhan ' +
      'ilkay ilker ilknur inci irfan ismet isik izzet kaan kadir kadriye kamil kazim kemal kenan kerem kerim korhan koray kubra kursat lale latife levent ' +
      'lutfi macit mahir mahmut makbule mediha mehtap melahat melek melike melis melih meltem memduh meral meric mert mesut metehan metin mete mine ' +
      'muammer muge muharrem muhittin muhsin mukadder munevver murat mursel musa mustafa muzaffer nagihan naim nalan naci nazan nazim nazli nebahat necati ' +
      'necdet necla necmi neriman nermin neslihan nesrin nevin nevzat nihal nihat nilay nilgun nilufer nimet niyazi nuran nuray nurcan nurdan nurettin ' +
      'nurhan nuri nurten nursen okan oktay olcay omer onder onur orhan osman ozan ozcan ozden ozer ozge ozgur ozlem pelin perihan pinar rabia ragip ' +
      'ramazan recep refik remzi reyhan ridvan riza rukiye ruhi saadet sabahat sabri sadik safiye sait salih sami savas seda sedat sefa seher selahattin ' +
      'selami selcuk selda selim selin selma semih semra senem senol serap serdar serhat serkan serpil serpin sertac servet sevda sevgi sevil sevim sevinc ' +
      'seyfi seyhan sezai sezen sezer sibel sinan sinem songul suat suheyla sukran sukru suna suzan sureyya sahin sebnem sehnaz senay serife sule tahir tahsin ' +
      'taner tarik tarkan tayfun tekin temel tolga tuba tufan tugba tugce tulay tulin tuncay turan turgay turgut turhan turkan ufuk ugur umit umut utku ' +
      'vahit vedat vildan volkan yagmur yakup yalcin yasar yasin yavuz yeliz yener yesim yigit yildiray yilmaz yonca yuksel yusuf zafer zehra zekeriya zeki ' +
      'zekiye zeliha zerrin zeynep ziya zubeyde zuhal zuhtu',
  },
  {
    language: 'in',
    common: '',
    other:
      'aakash aarti abhay abhijit abhinav abhishek aditi aditya ajay ajit akash akhil akshay alka alok aman amar amit amita amrita anand ananya anil anita ' +
      'anjali anjana anju ankit ankita ankur anuj anup anupam anupama anuradha anurag anushka aparna archana arjun arpit arun aruna arvind asha ashish ashok ' +
      'ashutosh ashwin asmita atul avinash ayesha babita balaji bhaskar bharat bharati bhavana bhavesh bhupendra bina brijesh chandan chandra chandrika chetan ' +
      'chitra daksha darshan deepa deepak deepika devendra devika dhananjay dharmendra dhruv dilip dinesh divya durga gajendra ganesh gaurav gauri gayatri geeta ' +
      'girish gopal govind hari harish harsh harsha hema hemant hitesh indira ishaan ishita jagdish jaideep jaya jayant jayanti jayesh jignesh jitendra jyoti ' +
      'jyotsna kailash kalpana kamal kamala kamini kanchan karan kartik kaushik kavita ketan kiran kishore komal krishna kumud kunal kusum lakshman lakshmi lalit ' +
      'lalita lata laxmi leela lokesh madan madhav madhu madhuri mahendra mahesh mala malini mamta manish manisha manju manoj mayank mayur meena meenakshi megha ' +
      'meghna milind mohan mohini mohit monika mukesh mukta murali nagesh namrata nandini narayan narendra naresh naveen navin neelam neeraj neeta neha nidhi ' +
      'nikhil nilesh nimisha nirmala nisha nitin padma pallavi pankaj parul parvati pawan pooja poonam prabha prabhakar pradeep prakash pramod pranav prashant ' +
      'pratap pratibha pravin preeti prem priti priya priyanka purnima pushpa radha radhika raghav rahul rajan rajani rajeev rajendra rajesh rajiv rajni rakesh ' +
      'ramesh rashmi ratan ravi ravindra reena rekha renu renuka richa rishi ritesh ritu rohini rohit roshni ruchi rupa rupali sachin sadhana sandeep sandhya ' +
      'sangeeta sanjay sanjeev sanjiv santosh sapna sarika sarita sarla saroj satish satyendra saurabh savita seema shailesh shakuntala shalini shanti sharad ' +
      'sharmila shashi sheela sheetal shekhar shilpa shital shivani shobha shraddha shreya shruti shubham shweta siddharth smita sneha snehal sonal sonali subhash ' +
      'sudha sudhir sujata suman sumit sunanda sunil sunita suraj surendra suresh surya sushila sushma swapnil swati tanvi tarun tejas trupti tushar uday ujjwala ' +
      'uma umesh urmila usha vaibhav vaishali vandana vanita varsha varun vasant vasudha veena venkatesh vibha vidya vijay vijaya vikas vikram vimal vimala vinay ' +
      'vinaya vineet vinita vinod vipin vipul virendra vishal vishnu vivek yamini yash yashwant yogesh yogita',
  },
]
