import type { NamesByLanguage } from './types.ts'

/**
 * Families whose names are one letter from another's, above all by a double letter or an ending: Whitaker beside Whittaker,
 * Paterson beside Patterson. Without them a different family would pass for a typing error.
 */
export const nearSurnames: readonly NamesByLanguage[] = [
  {
    language: 'en',
    common: '',
    other:
      'abbey abbot adkins alcott allcott allin arnell arnett arnott ashby balls bardwell barnet barns ' +
      'barret bartley bartow basset bassett beasley beazley becket beckett beesley bennet bently bicknell ' +
      'birdsall birkett birkitt birrell bissell blewett bluett bolten bolton bonham bonner bonney borton ' +
      'boswell boulton bourke bower bowers bradly broady browne brownell burges burgis burk burnes burnet ' +
      'burnett burnette burrell byrnes cadwell caldwell callaghan callahan campbel candler carver cassell ' +
      'casswell castell caswell chipman clerk cobb cobbett coke colby coles colles colton conley connell ' +
      'connelly conolly corbet corby cornell cortis cowley crockett cromwell crosbie crosby crowley cumings ' +
      'cumming cummings cummins currie curry curtiss cutler daggett dailey daley darby davey davy dawkins ' +
      'derby dobbs dockett doggett donelly donne donnell dorset dorsett duckett dunne eliot eliott everet ' +
      'everitt faucett fawcett felton fergusson ferrell fielden fielding fincher follett fosset fossett ' +
      'fulton fynn gallaher galligan garret gibb gibert gillet gillett gillette gilligan glyn glynn golding ' +
      'goodall goulding grubb gunner hackett haggett hallet hallett halley halligan halls hammon hamond ' +
      'harden hardin hardinge harries harriss hartly hartwell haskett haslett hassell hassett hawkings ' +
      'hawley hays hazlett hazlitt healey healy heaney helton hendrie hendry hewett hewlett hibberd hibbert ' +
      'hibbs hobart hobson holme hooper hopkinson hopper howells howlett howley hubbard hubbert hughs hull ' +
      'hume humes huntley huntly hutson jarrell jarret jarrett jenkinson jewett jewitt johnston johnstone ' +
      'jonson junkins kellogg kendal kimball kimbell kindall kirkby lamberth lampert langley langly larson ' +
      'laury lawton locket lockett lovatt lovett lowell lowis lowrie lowry lynne lyon macallister macarthy ' +
      'macdonnell mallett mansel mansell march marriott marryat mathers mathews mcalister mcallister mccabe ' +
      'mccain mccall mccane mccann mccarty mccaul mcconnell mccormack mccormick mccoy mcdonell mcdonnell ' +
      'mcinnes mcinnis mckinnen mckinnon melton merrick merrit merritt merton millar millett milligan milne ' +
      'milner mitchel monroe moor morgans morison morriss mullett mulligan munn munroe murphey murrey ' +
      'murrie murry naylor nickson nicolson nuttall oconnell olcott orton osborn osbourn osbourne packer ' +
      'pannell parish parkins parnell parrish patison pattison pederson penn penney penny philipps ' +
      'phillipps pickett pierson piggott pigott plunket plunkett pole pool pope preece prescott pruett ' +
      'pruitt pryce purcell pursell quinney radcliff radcliffe randell ratcliff ratcliffe rawley reade ' +
      'rendell revell rielly roberson robison rodes rodgers rowley ryall sampson saunderson sawyer sawyers ' +
      'saylor selby shelton shepard sheperd sheppard shipman simkins simmonds simonds simpkins simson ' +
      'skelton somers sommers spenser stanly steward stillwell stilwell stubbs sutcliff sutcliffe symonds ' +
      'symons tackett talbott tayler terrell thomason tibbett timmins timmons tindall tippett tirrell ' +
      'tomkins tompkins tomson torrey tubbs tunnell turney tyndall tyrell tyrrell venn vicars vickers ' +
      'vickery walcott waldon waller weldon welles welsh wescott westcott westley wheatley whitacre ' +
      'whiteley whitfield whitley whittaker whittington whittle willett willetts wilton winn winne wolcott ' +
      'woolf woolfe wyeth wynn wynne',
  },
  {
    language: 'de',
    common: '',
    other:
      'ackerman alber alberts aumann beker bekker bocker bohler boller bonner borner brant brauner breuner ' +
      'brune bruner bucker buettner buttner claus clauss denker diederich diedrich dietze dittmar donner ' +
      'drechsler dressler eberl eberth ehler fischler frantz franze fridrich geller gessner graff grimme ' +
      'groff gunner haensel hammann hammen hansel hanssen hardtmann heese heidler heilmann heinzel heker ' +
      'hellmann helmann henrich herrman hessler hinze huller jahnke jahns kauffman kauffmann kehler ' +
      'kellerman kesler keszler kieffer kiefner kittner klauss koche kramm krauser kuch kuntz kuntze ' +
      'kuttner lambers lamers lammers lanz layman lehman lemann lentz lettner leutner littner luetz lutze ' +
      'meiers meisner mohler necker neuman ruff sadler schaeffer schiffer schuller sietz sommers stainer ' +
      'staufer stauffer steinert sterner straus thielmann tilmann tome uhlrich ulmann vogl vogler voight ' +
      'voigts wecker wegener wehlmann weigner weisse weisz wette wies winterer winters woller zehnder ' +
      'zehner zenner zimmerman',
  },
  {
    language: 'nordic',
    common: '',
    other:
      'ahlgren akerman almgren arvidsen arvidson axelsen axelson backe backen bengtsen bengtson berggren ' +
      'bergland berglund bergren bergstroem dahle dahlen dahlgren dalgren davidsson eckman einarsen ' +
      'einarsson ekman enstrom ericson erikson frederiksen fredrikson gustafson gustavsen gustavson ' +
      'gustavsson haagen hanssen haraldsen haraldsson haug hauge hedberg hedman hedstrom henrikson holme ' +
      'holmen isakson jakobson johannsen johanson johnsson jonsen jonson karlson larson larssen lindquist ' +
      'lundholm lundquist magnusen magnuson matson mattson mohn nelsen nyborg nylund ohlgren olovsson olson ' +
      'olssen paulson paulsson pederson persen person sandahl sandborg sandvik sigurdsen sigurdson ' +
      'sigurdsson solhaug stefansen stefansson strande stranden sundvik swenson thorson thorsson torsen ' +
      'torson vike viken wahlin wallen wallgren wiik',
  },
  {
    language: 'it',
    common: '',
    other:
      'bacchetta bacchi bacci bassini bellone bellotti bellotto belotti beltrame bertelli bertolotto ' +
      'bertone betti boccardo bocchi boccia bosso capella cappella cappellini cappello casello casini ' +
      'cassano cassella cassina cassini cassola cavaliere cavalieri cavallini colonnello corradini cotta ' +
      'cotti donatelli donatello faggi faggioli fassa fassio ferretto filippone fontani galetti galetto ' +
      'gaspari gasparrini giannelli giannetti guerrieri guerriero maggiore mancusi marcellino marinello ' +
      'martinello massi massimi messini montani montini morello morone motti motto mottola mussi mussini ' +
      'negrini nero ottavi palermi palombi palombo pariso petrella petrelli petrilli petrini piccini ' +
      'piccone poggioli raffaelli reggiani reggio ricchi ricco rinaldini rinaldoni rizzoli rocchetti ' +
      'romanello rosetti rosetto rossellini ruffino ruffo sacchetti santori sartini sartorio sartoro sassi ' +
      'sasso sassone serri silvestrini silvestro staffa tasso tassone tassoni tesi tessari tessaro torretta ' +
      'valli vallone vassalli vassallo villano viti vitti vittori vittorini volpini zanelli zanello ' +
      'zannetti zannini zannoni zanotti zanotto zuccarelli zucchini zucco',
  },
  {
    language: 'es',
    common: '',
    other:
      'arreola arriaga arsuaga arzuaga barreira barreras barretto becerro bennassar bera berganza bergara ' +
      'carrara carrero cedillo chavarria chevarria echart echebarne echegoyen echepare echeto elisalde ' +
      'elisondo etchart etchebarne etchepare etcheto galarreta gorostiza hirigoyen huarte ibarburu irazoqui ' +
      'irazusta irizarri irizarry irribarren irurzun jaureguy larraura larrauri larraya larrera lisarraga ' +
      'lisaso lizarraga lizaso lizondo llado llobet llopis llorens lloret llull lopis mancilla mellado ' +
      'mendibil mendivil navarra olabarria olabarrieta olaberria olavarria parrado parras pinilla serrat ' +
      'torrealba torretta torrez vilella ybarguren zavaleta zorilla',
  },
  {
    language: 'pt',
    common: '',
    other:
      'azeredo bandera barcellos barcelos barrozo betencourt bethencourt bettencourt bitencourt britto ' +
      'campello carnero figueiroa lins netto serqueira tavarez',
  },
  {
    language: 'fr',
    common: '',
    other:
      'barbe barbet barrault barret besnard blanchot bonet bonnard bonneau bonnin bonnot bouchet bouchez ' +
      'colas colet collas denys dubos dubosc duboys dumon dumond dupon dupond durandeau ferrier fourier ' +
      'garin gaultier gerbert gontier guerrin houet huvet jacquier jaquet jaquier lefebure leforestier ' +
      'lemonnier leroi marchant maurel maurin menier mounier mousnier perier petiot petiteau prevault ' +
      'prevot rainaud regnard regnault reynard robart roberge rossel rosset rousselet rousselot rousset ' +
      'thomasset vial viale vidalie',
  },
  {
    language: 'nl',
    common: '',
    other:
      'backer bakkers bossche bouman bouwer bouwman brouwers cuypers dekkers dykstra hendricks hendrikx ' +
      'hendrix hofstra jacobse jans janse jansens janssens kuijpers kuyper mulders posthuma schoute ' +
      'schoutens smid timmer timmers verhaegen verhaeghe verhagen verhoef verhoeve vermeer vermeire ' +
      'vermeiren vischer vissers vosse willemse willemsen woutersen',
  },
]
