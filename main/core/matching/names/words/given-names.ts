import type { NamesByLanguage } from './types.ts'

/**
 * Given names, folded, the commonest first. Written from general knowledge; a name may stand in several languages. What
 * is asked of the list: is this word a given name, how common is it, and are two similar words both names (then one is
 * no typing error of the other).
 */
export const givenNames: readonly NamesByLanguage[] = [
  {
    language: 'es',
    common:
      'juan jose maria luis carlos ana jorge pedro pablo diego martin miguel daniel fernando marcelo ricardo eduardo ' +
      'alejandro gabriel sergio roberto rosa laura andrea patricia silvia monica claudia carmen antonio francisco manuel ' +
      'javier rafael marta susana elena lucia sofia gonzalo nicolas sebastian andres oscar hugo mario alberto raul cristina',
    other:
      'adolfo adrian adriana agustin agustina aida aitor alba albertina alejandra alejo alfonso alfredo alicia alma alonso ' +
      'alvaro amalia amanda amelia amparo anabel anabella analia anastasio andreina angel angela angeles angelica anibal ' +
      'antonella antonia aranza ariadna ariana ariel armando arturo asuncion atilio augusto aurelio aurora azucena baltasar ' +
      'barbara bartolome basilio beatriz begona belen benigno benito benjamin berenice bernardo berta bianca blanca braian ' +
      'brenda bruno camila camilo candela candelaria candido carina carla carles carlota carmela carmelo carola carolina ' +
      'casandra casimiro catalina cayetano cecilia celeste celestino celia cesar cintia ciro clara claudio clemente concepcion ' +
      'consuelo constanza cristian cristobal daiana damian daniela dario david debora delfina delia demetrio denis denise ' +
      'diana dionisio dolores domingo dora edgar edgardo edith edmundo eladio elba elias elida elisa eloisa eloy elsa elvira ' +
      'emilia emiliano emilio emma encarnacion enrique enzo ernesto esperanza esteban estefania estela ester esther estrella ' +
      'eugenia eugenio eulalia eusebio eva evangelina evaristo ezequiel fabian fabiana fabio fabricio facundo fatima federica ' +
      'federico felicia felipe felix fermin fernanda fidel fiorella flavia flavio florencia florentino florencio francisca ' +
      'franco gabriela gaston genoveva georgina gerardo german gilberto gimena giovanna gisela gladys gloria graciela ' +
      'gregorio griselda guadalupe guido guillermina guillermo gustavo hector helena hernan hernando herminia hilda homero ' +
      'horacio humberto ignacia ignacio ines inmaculada irene iris irma isaac isabel isidoro isidro ismael israel iturbe ivan ' +
      'ivana ivon jacinto jacobo jaime jazmin jeremias jesica jessica jesus jimena joaquin joaquina joel jonathan jordi ' +
      'josefa josefina josue juana juanita julia julian juliana julieta julio justina karina karla katia kevin lara laureano ' +
      'lautaro lazaro leandro leonardo leonel leonor leopoldo leticia lidia liliana lina lisandro lorena lorenzo lourdes luca ' +
      'lucas luciana luciano lucrecia luisa luisina luz mabel macarena magali magdalena maite malena manuela marcela ' +
      'marcelina marcelino marcia marco marcos margarita mariana marianela mariano maribel maricel mariela marilina marina ' +
      'mariona marisa marisol maritza marlene martha martina martino matias matilde mauricio mauro maximiliano maximo mayra ' +
      'mercedes micaela miguelina milagros milena mireia miriam mirta modesto moises monserrat montserrat nadia nahuel natalia ' +
      'nazareno nelida nelson nestor nieves noelia noemi nora norberto norma nuria octavio ofelia olga olivia omar oriana ' +
      'orlando osvaldo otilia palmira paloma pamela paola pascual paula paulina pedrina perla pia pilar placido ramiro ramon ' +
      'ramona raquel rebeca regina reinaldo renata rene ricarda rita roberta rocio rodolfo rodrigo rogelio roman romina ' +
      'romulo ronaldo roque rosalia rosana rosario roxana ruben rufino ruth sabina sabrina salome salvador samanta samuel ' +
      'sandra santiago santino sara saul segundo selva serafin sergia silvana silvestre silvina simon sol soledad sonia ' +
      'stella susan tamara tania tatiana telma teodoro teresa teresita tobias tomas tomasa trinidad ubaldo ulises uriel ' +
      'ursula valentin valentina valeria vanesa vanina vera veronica vicenta vicente victor victoria vilma violeta virgilio ' +
      'virginia viviana walter washington wilson wilmar xavier ximena yamandu yamila yamile yanina yesica yolanda zulema zulma',
  },
  {
    language: 'pt',
    common:
      'joao jose maria ana antonio francisco carlos paulo pedro lucas luiz marcos luis gabriel rafael daniel marcelo bruno ' +
      'eduardo felipe rodrigo manoel mateus andre fernando fabio leonardo gustavo guilherme leandro tiago thiago anderson ' +
      'ricardo juliana marcia fernanda patricia aline sandra camila amanda bruna jessica leticia julia luciana vanessa mariana',
    other:
      'abel adalberto ademar ademir adilson adriano afonso agostinho ailton alana alexandra alexandre alice alvaro amelia ' +
      'amaro analice anabela angelica aparecida aparecido arlindo armando artur arthur augusto beatriz belmiro benedita ' +
      'benedito bernardo bianca brenda breno caio candida carla carlota carolina caroline catarina cecilia celia celso cesar ' +
      'cicero clara claudia claudio clarice clovis conceicao cristiane cristiano cristovao dalila davi debora deise denise ' +
      'deolinda diana dinis diogo dirceu domingos douglas duarte edgar edilson edna edson eliane elias eliana elisabete ' +
      'elisangela elza emanuel emerson enzo erica erick estevao eunice everton fabiana fabiano fabricio fatima felicia flavia ' +
      'flavio francisca fred gerson geraldo gilberto gilmar gilson giovana giovanna gisele gloria goncalo graca graziela ' +
      'henrique heloisa helio helena heitor hugo ilda ines inacio iolanda irene isabel isabela isadora ivete ivo jaime jair ' +
      'jean jefferson joana joaquim joaquina joel jonas jorge joselia josiane josue jucara julio jurandir karen karina katia ' +
      'kelly kleber lais lara larissa laura lauro leila leonor lidia ligia lilian lorena lourdes lourenco lucia luciano ' +
      'lucilene luisa luiza luzia madalena maicon manuela marcelle marcio margarida mariane marina mario marisa marlene marli ' +
      'marta martim matheus matilde mauricio mauro mercia michel miguel milena mirella monica monique murilo nadir natalia ' +
      'natanael nelson neusa nilson nilza noemia nuno octavio odete olga olivia orlando osmar osvaldo otavio paloma pamela ' +
      'paula priscila rafaela raimunda raimundo raquel raul rebeca regiane regina reginaldo reinaldo renan renata renato rita ' +
      'roberta roberto robson rogerio romeu ronaldo roque rosa rosana rosane rosangela rubem rui ruth sabrina samuel sara ' +
      'sebastiana sebastiao sergio severino silvana silvia silvio simao simone solange sonia stefany suely susana tais taina ' +
      'talita tania tatiane telma teresa tereza tomas ubiratan valdemar valdir valeria valter vanda vera vicente victor ' +
      'vinicius vitor vitoria viviane wagner walter wellington wesley william wilson yago yara yasmin zelia',
  },
  {
    language: 'en',
    common:
      'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark paul ' +
      'steven andrew george mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret ' +
      'emily emma olivia sophie jack harry oliver peter edward',
    other:
      'aaron abigail adam adele aidan alan albert alex alexander alexandra alfred alice alison allan allen amanda amber amy ' +
      'andrea angela angus ann anna anne annie arnold arthur ashley audrey austin barry beatrice ben benedict benjamin ' +
      'bernard beth bethany betty beverly blake bob bonnie brad bradley brandon brenda brian bridget brittany bruce bryan ' +
      'caleb callum cameron carl carol caroline carolyn catherine cathy chad charlie charlotte chelsea cheryl chloe chris ' +
      'christian christina christine cindy claire clara clark colin connor craig crystal curtis cynthia dale damian darren ' +
      'dave dawn dean debbie deborah debra denise dennis derek diana diane diego dominic don donald donna dorothy douglas ' +
      'duncan dylan earl eddie edgar edith edmund edwin eileen elaine eleanor ella ellen elliot ellie elsie eric erica erin ' +
      'ernest esther ethan eugene eva evan evelyn faith fiona florence frances francis frank fred frederick gabriel gareth ' +
      'gary gavin gemma gene geoffrey gerald geraldine gillian gina glen glenn gloria gordon grace graham grant greg gregory ' +
      'guy hannah harold harriet harvey hayley hazel heather heidi helen henry herbert holly howard hugh ian imogen irene ' +
      'iris isaac isabel isabella isla ivan ivy jackson jacob jacqueline jake jamie jan jane janet janice jared jasmine jason ' +
      'jay jean jeff jeffrey jenna jenny jeremy jerry jill jim jo joan joanna joanne jodie joe joel jonathan jordan josh ' +
      'joshua joyce juan judith judy julia julian julie justin karl kate katherine kathleen kathryn katie kay keith kelly ' +
      'kelvin ken kenneth kerry kevin kim kimberly kirsty kristen kyle lance larry laura lauren laurence lawrence leah lee ' +
      'leo leon leonard leslie lewis lewin liam lillian lily lindsay liz logan lois lorna lorraine louis louise lucas lucy ' +
      'luke lydia lynn madeleine madison malcolm marc marcus margot maria marian marie marilyn marion marjorie marshall martha ' +
      'martin marvin mason matt maureen maurice max maxwell megan melanie melissa mia michelle mike mildred miles mitchell ' +
      'molly monica morgan nadia naomi natalie natasha nathan nathaniel neil nicholas nick nicola nicole nigel noah noel nora ' +
      'norman oscar owen pamela patrick paula pauline peggy penelope perry phil philip phillip phoebe phyllis rachel ralph ' +
      'randy raymond rebecca reginald rhys rita robin rodney roger ron ronald rosalind rose rosemary ross roy ruby russell ' +
      'ruth ryan sally sam samantha samuel sandra scott sean sebastian seth shane shannon sharon shaun shawn sheila shirley ' +
      'siobhan simon sonia sophia spencer stacey stanley stella stephanie stephen steve stewart stuart sue suzanne sydney ' +
      'sylvia tamara tanya tara ted terence teresa terry theodore theresa tiffany tim timothy tina toby todd tom tony tracey ' +
      'tracy travis trevor tyler valerie vanessa vera vernon veronica victor victoria vincent violet virginia vivian walter ' +
      'warren wayne wendy wesley winston yvonne zachary zoe quentin rupert harrison percy clive desmond tess tessa',
  },
  {
    language: 'it',
    common:
      'giuseppe giovanni antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno paolo ' +
      'michele giorgio aldo sergio luciano andrea marco luca alessandro stefano roberto anna giulia chiara francesca sara ' +
      'federica laura maria giovanna rosa angela lucia',
    other:
      'achille ada adele adriana adriano agnese agostino alberto alba alessandra alessia alessio alfredo alice amalia amedeo ' +
      'anita annalisa annamaria antonella antonia antonietta antonino arianna armando arturo assunta aurora barbara bartolomeo ' +
      'beatrice benedetta benedetto biagio bianca bruna camilla carla carmela carmelo carmen carolina caterina cecilia celeste ' +
      'cesare cinzia claudia claudio clara concetta corrado cosimo costanza cristian cristiano cristina damiano daniela daniele ' +
      'danilo dario davide debora diego dino domenica donatella donato edoardo elena eleonora elia elisa elisabetta emanuela ' +
      'emanuele emilia emilio emma enrica enrico enzo erica ernesto eros ettore eugenio eva fabiana fabio fabrizio fausto ' +
      'federico felice ferdinando fernando filippo filomena flavia flavio fortunato franca gabriella gabriele gaetano gaia ' +
      'gennaro gerardo germano giacinto giacomo gian giancarlo gianfranco gianluca gianluigi gianna gianni gianpaolo gino ' +
      'ginevra giordano giuliana giuliano giulio giuseppina giusy grazia graziano graziella guglielmo guido ida ignazio ilaria ' +
      'immacolata ines irene isabella ivan ivana jacopo lara lea leonardo leone letizia lidia liliana linda livia livio ' +
      'lorena lorenzo loredana luana lucio luciana ludovica ludovico luisa maddalena manuela manuel marcello margherita ' +
      'mariangela marianna marina marisa marta martina martino massimiliano massimo matilde matteo mattia maura maurizio mauro ' +
      'mirella miriam monica nadia natale nicola nicole nicoletta nicolo nino noemi nunzia olga oreste ornella orlando oscar ' +
      'osvaldo ottavio pamela paola pasquale patrizia patrizio piera pierluigi piero pierpaolo raffaele raffaella remo renata ' +
      'renato riccardo rita roberta rocco rodolfo romano romeo romina rosalia rosanna rosaria rosario rossana rossella ruggero ' +
      'sabina sabrina samuele sandra sandro santina santo sebastiano serena silvana silvano silvia silvio simona simone sofia ' +
      'sonia stefania susanna tatiana teresa tiziana tiziano tommaso ugo umberto valentina valentino valerio valeria vanessa ' +
      'vera veronica vincenza virginia vito vittoria vittorio viviana walter',
  },
  {
    language: 'de',
    common:
      'hans peter michael thomas andreas wolfgang klaus jurgen gunter stefan christian werner horst frank uwe dieter manfred ' +
      'gerhard bernd ursula maria monika petra elisabeth sabine renate helga karin brigitte ingrid erika andrea martina anna',
    other:
      'achim adelheid adolf agnes albert albrecht alexander alexandra alfons alfred alois alwin angelika anja anke annegret ' +
      'anneliese annette annika anton antje armin arnd arne arno artur astrid august axel barbara bastian beate ben benedikt ' +
      'benjamin bert bettina bianca birgit birgitta birte bjorn bodo boris britta bruno burkhard carina carla carsten caspar ' +
      'charlotte christa christel christiane christina christine christof christoph claudia clemens conrad cornelia corinna ' +
      'daniel daniela david dagmar denise detlef detlev dietmar dietrich doris dorothea eberhard eckhard edeltraud edgar edith ' +
      'eduard egon elena elfriede elisa elke ella ellen elmar else emil emma emilia erich erik ernst erwin esther eugen eva ' +
      'evelyn fabian felix ferdinand finn florian franz franziska frederike frederik frieda friederike friedhelm friedrich ' +
      'fritz gabriele georg gerd gerda gerlinde gerold gertrud gisela gottfried greta gudrun guido gunnar gunther gustav hanna ' +
      'hannah hannelore hannes harald hartmut hedwig heidi heike heiko heiner heinrich heinz helene helmut helmuth henning ' +
      'henrik herbert hermann herta hilda hilde hildegard holger hubert hugo ida ilona ilse ina ines inga inge ingeborg ingo ' +
      'inka irene iris irma irmgard isabel isabella jakob jan jana janina jannik jasmin jens jessica joachim jochen johann ' +
      'johanna johannes jonas jorg josef josefine judith julia julian juliane jutta kai karl karla karlheinz karoline karsten ' +
      'kaspar katharina kathrin katja katrin kerstin kevin kirsten klara konrad konstantin kristin kristina kurt lara lars lea ' +
      'lena leon leonhard leonie leopold lina lisa lothar louis louisa luca lucas ludwig luisa lukas lutz lydia madeleine maike ' +
      'maja malte manuel manuela marc marcel marco marcus mareike margarete margit margot marianne marie marika marina mario ' +
      'marion markus marlene marlies marta marten martha martin mathias mathilde matthias max maximilian mechthild meike melanie ' +
      'mia michaela miriam mona moritz nadine nadja natalie nele nicolas nicole niklas nils nina nora norbert olaf oliver oskar ' +
      'oswald otto pascal patricia patrick paul paula philipp pia rainer ralf ramona raphael rebecca regina reiner reinhard ' +
      'reinhold richard rita robert roland rolf roman ronald rosa rosemarie rosina rudi rudiger rudolf rupert ruth sandra sara ' +
      'sarah saskia sebastian siegfried sigrid silke silvia simon simone sofia sonja sophia sophie stefanie steffen stephan ' +
      'susanne svenja sven sylvia tanja theo theodor theresa thorsten till tim timo tobias tom torben torsten traute udo ulf ' +
      'ulrich ulrike ulla ute valentin vanessa vera verena veronika viktor viktoria vincent volker volkmar waldemar walter ' +
      'waltraud wendelin wenzel wiebke wilhelm wilhelmine willi willy winfried wolfram yannick yvonne',
  },
  {
    language: 'fr',
    common:
      'jean pierre michel andre philippe rene louis alain jacques bernard marcel daniel roger robert paul claude christian ' +
      'nicolas marie jeanne francoise monique catherine nathalie isabelle jacqueline anne sylvie martine sophie camille',
    other:
      'abel adele adeline adrien agathe agnes aime alban albert alexandra alexandre alexis alice aline alix alphonse amandine ' +
      'ambroise amelie anais anatole andree angele angelique annick annie anthony antoine antoinette ariane armand armelle ' +
      'arnaud arthur audrey auguste aurelie aurelien axel baptiste barbara bastien beatrice benedicte benjamin benoit berenice ' +
      'bernadette berthe blaise blanche blandine boris brice brigitte bruno capucine carine carole caroline cecile cedric ' +
      'celine celestin chantal charles charlotte chloe christel christelle christiane christine christophe clair claire clara ' +
      'claudine clemence clement clementine colette constance constant corentin corinne cyril cyrille damien danielle david ' +
      'deborah delphine denis denise desire diane didier dominique dorothee edgar edith edmond edouard eliane elisabeth elise ' +
      'elodie eloise elsa emile emilie emma emmanuel emmanuelle eric ernest estelle esther etienne eugene eugenie eva evelyne ' +
      'fabien fabienne fabrice felix ferdinand fernand fernande flavie flavien florence florent florian francis franck francois ' +
      'frederic frederique gabriel gabrielle gaelle gaetan gaston genevieve geoffroy georges georgette gerald geraldine gerard ' +
      'germain germaine gilbert gilberte gilles ginette gisele gregoire gregory guillaume gustave guy gwenael helene henri ' +
      'henriette herve hippolyte honore hubert hugo hugues huguette ines irene iris isaac ivan jacky jeannine jeremie jeremy ' +
      'jerome joachim joel joelle jonathan jordan josephine joseph josette josiane judith jules julia julie julien juliette ' +
      'justine karine kevin laetitia lambert laure laurence laurent laurie lea leon leonie leopold lilian liliane lionel lise ' +
      'loic louise luc lucas lucette lucie lucien lucienne ludovic lydia lydie mael magali manon marc marceau marcelle ' +
      'margaux margot marguerite marianne marielle marina marine marion marius marthe martin mathieu mathilde mathis matthieu ' +
      'maud maurice maxime maximilien melanie melissa michele micheline mireille mohamed morgane muriel myriam nadege nadia ' +
      'nadine natacha nicole nina noe noel noelle noemie octave odette odile olga olivia olivier ophelie oscar pascal pascale ' +
      'patrice patricia patrick paulette pauline perrine philibert pierrette quentin rachel raoul raphael raymond raymonde ' +
      'regine regis remi remy renaud renee richard roland rolande romain romane romuald rosalie rose roxane sabine salome ' +
      'samuel sandra sandrine sarah sebastien serge severine simon simone solange solene stephane stephanie suzanne sylvain ' +
      'sylviane tanguy tatiana thibault theo theodore therese thierry thomas timothee tristan valentin valentine valerie ' +
      'vanessa veronique victoire victor victorine vincent violette virginie vivien viviane william xavier yann yannick ' +
      'yohan yolande yves yvette yvon yvonne zoe',
  },
]
