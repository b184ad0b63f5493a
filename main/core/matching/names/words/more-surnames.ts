import type { NamesByLanguage } from './types.ts'

/** Surnames of further languages in Latin letters; the same rules as in `surnames.ts`. */
export const moreSurnames: readonly NamesByLanguage[] = [
  {
    language: 'it',
    common:
      'rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini rizzo ' +
      'lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile',
    other:
      'abate agostini albanese amato antonelli arena baldi barone basile battaglia bellini benedetti bernardi bertini bianco bosco ' +
      'brambilla brunetti calabrese carbone castelli cattaneo cavalli ceccarelli cirillo colombi conte coppola cortese costantini ' +
      'costantino damico deangelis deluca derosa desantis dorazio fabbri farina fava ferraro ferrero ferreri ferri ferro fiore ' +
      'fiorini fiori franchi franco fumagalli fusco galasso garofalo gatti genovese giorgi giuliani grassi grasso grimaldi guerra ' +
      'guidi lombardo leoni lupo lucchesi magnani manfredi marchetti marchi marini marchesi martinelli martino martinelli mazza ' +
      'mele melis merlo messina milani molinari monaco montanari monti morelli moretto moro mosca musso napoli napolitano negri ' +
      'neri orlando pace pagano palmieri palumbo parisi pastore pellegrini pellegrino perrone piras poli proietti ricciardi riva ' +
      'rizzi romeo rossetti rossini rosso rota ruggeri ruggiero russi sala salerno salvi sanna santini sartori serra silvestri ' +
      'sorrentino spina testa tosi valente valentini venturi verdi villa vitale vitali viola volpe zanella zanetti',
  },
  {
    language: 'de',
    common:
      'muller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer schaefer koch bauer richter klein ' +
      'wolf schroder schroeder neumann schwarz zimmermann braun kruger krueger hofmann hartmann lange schmitt werner krause meier ' +
      'lehmann kohler koehler herrmann konig koenig walter mayer huber kaiser fuchs peters lang scholz moller moeller weiss jung',
    other:
      'abel ackermann adam albers albert albrecht anders arndt arnold bach bachmann bader bahr baier balzer barth bartels bauman ' +
      'baumann baumgartner baur bayer beck beckmann behrens bender berg berger bergmann bernhardt beyer binder blum bock bohm ' +
      'boehm bohme bohn born brand brandt brandl braune breuer brinkmann bruckner brunner buchner burger burkhardt busch christ ' +
      'conrad decker diehl dietrich dietz dorn dreher ebert eckert eder ehlers eichhorn engel engels erdmann ernst esser fiedler ' +
      'fink fleischer forster foerster frank franke freitag freund frey frick friedrich fritz fritsch fromm fruhauf funk gartner ' +
      'gebhardt geiger geisler gerlach giese glaser gobel goebel gotz goetz graf gross grossmann gruber grun gunther guenther haas ' +
      'hahn hansen harms hauser haupt hecht heck heinrich heinz heinze heller henke hennig herbst hermann herold herzog hess hesse ' +
      'heuer heyer hill hiller hinz hirsch hofer hoffman hohmann holz horn horst hubner huebner jacob jacobs jager jaeger jahn ' +
      'jakob jansen janssen jensen john jordan jost kaufmann keil keller kern kessler kessel kirchner klaus klose knapp knoll ' +
      'kohl kolb koller kopp korn kraft kramer kraemer kramer kranz krauss kraus kremer kretschmer krebs kroll kruse kuhn kuehn ' +
      'kuhne kunz kunze kurz langer lauer laux lechner lederer lindemann lindner link linke loffler lohmann lorenz lowe ludwig ' +
      'lutz maier mann martens marx maurer may mayr meister menzel merkel mertens metzger metz michel miller mohr moser muhl ' +
      'nagel naumann neubauer neugebauer niemann noack nolte nowak opitz oswald ott otto pape paul pauli petersen peter pfeffer ' +
      'pfeiffer pfeifer pietsch pohl popp preuss probst raab rau rauch reich reichel reiter reimann reimer reinhardt renner reuter ' +
      'riedel rieger ritter roder roeder rohde romer roemer rose rosenberg roth rothe rudolph ruf runge rupp sander sauer sauter ' +
      'schade schaller schell schenk scherer schiller schilling schindler schlegel schlosser schluter schmid schmied schmitz ' +
      'schnell schon schober scholl schott schramm schreiber schreiner schroter schubert schuler schulte schultz schultze schulze ' +
      'schumacher schumann schuster schutte schutz schwab schwabe schwarze schweizer seidel seifert seiler seitz simon singer ' +
      'sommer sonntag stahl stark stein steiner steinmann stephan stern stock stolz storch straub strauss strobel sturm thiel ' +
      'thiele thomas ullrich ulrich unger urban vetter vogel vogt voigt volk volker vollmer voss wacker walther weber wegner ' +
      'weigel weinert weise weis weiner wendt wenzel werther westphal wetzel wiedemann wiegand wieland wiese wilhelm wilke will ' +
      'wimmer winkler winter wirth witt witte wittmann wolff wulf wunderlich wurst zander zeller ziegler zimmer',
  },
  {
    language: 'fr',
    common:
      'martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefebvre lefevre michel garcia david ' +
      'bertrand roux vincent fournier morel girard andre mercier dupont lambert bonnet francois martinez legrand garnier faure ' +
      'rousseau blanc guerin muller henry roussel nicolas perrin morin mathieu clement gauthier dumont',
    other:
      'adam allard arnaud aubert aubry bailly barbier baron barre barthelemy baudry benard benoit berger bernier berthier besson ' +
      'bertin bigot blanchard blanchet blondel bouchard boucher boulanger boulay bourdon bourgeois bousquet bouvet bouvier boyer ' +
      'breton briand brun brunet bruneau buisson camus carlier caron carpentier carre chapuis charles charpentier chartier chauvin ' +
      'chevalier chevallier collet collin colin cordier costa coulon courtois cousin daniel david delannoy delattre delaunay delmas ' +
      'denis deschamps descamps devaux didier dufour dumas dupuis dupuy durant duval etienne evrard ferrand fernandez fleury ' +
      'fontaine fouquet forestier gaillard gallet gautier gay georges gerard gilbert gilles giraud godard gomez gonzalez gregoire ' +
      'grand gros guichard guillaume guillet guillot guyot hamel hamon hardy hebert herve hoarau huet hubert humbert jacob jacques ' +
      'jacquet jean joly joseph jourdan julien klein labbe lacroix lagarde laine lamy langlois laporte launay leblanc lebon leblond ' +
      'lebrun leclerc leclercq lecomte leconte leduc lefort legros lelievre lemaire lemaitre lemoine lenoir leger leroux lesage ' +
      'levy louis lopez lucas maillard mallet marchal marchand marechal marie marion marty martel mary masson maury menard meunier ' +
      'meyer michaud millet monnier moulin navarro noel normand olivier ollivier paris pascal paul pelletier pereira peltier perret ' +
      'perez perrier perrot philippe picard pichon pierre poirier pons poulain prevost raymond raynaud regnier remy renard renaud ' +
      'renault rey reynaud riviere robin roger rolland rossi roche royer sanchez salmon sauvage schmitt schneider tanguy tessier ' +
      'thibault thierry texier tournier valentin vallet vasseur verdier vidal villard voisin weber wagner',
  },
  {
    language: 'pl',
    common:
      'nowak kowalski kowalska wisniewski wisniewska wojcik kowalczyk kaminski kaminska lewandowski lewandowska zielinski zielinska ' +
      'szymanski szymanska wozniak dabrowski dabrowska kozlowski kozlowska jankowski jankowska mazur kwiatkowski kwiatkowska krawczyk',
    other:
      'adamczyk adamska adamski andrzejewska andrzejewski baran baranowska baranowski bak bednarczyk bednarek bielecka bielecki ' +
      'blaszczyk borkowska borkowski brzezinska brzezinski chmielewska chmielewski cieslak czarnecka czarnecki czerwinska ' +
      'czerwinski domanska domanski dobrowolska dobrowolski duda dudek gajewska gajewski glowacka glowacki gorecka gorecki gorska ' +
      'gorski grabowska grabowski jablonska jablonski jakubowska jakubowski janik jaworska jaworski jasinska jasinski kaczmarek ' +
      'kaczmarczyk kalinowska kalinowski kasprzak kolodziej konieczna konieczny kopec kosinska kosinski kowal kowalik kowalewska ' +
      'kowalewski kozak krajewska krajewski krol krupa kubiak kucharska kucharski kurek laskowska laskowski lis lipinska lipinski ' +
      'majewska majewski makowska makowski malinowska malinowski marciniak marszalek maciejewska maciejewski mazurek michalak ' +
      'michalska michalski mroz mikolajczyk mroczek murawska murawski nowacka nowacki nowakowska nowakowski nowicka nowicki olszewska ' +
      'olszewski ostrowska ostrowski pawlak pawlowska pawlowski piatek pietrzak piotrowska piotrowski przybylska przybylski ptak ' +
      'rutkowska rutkowski sadowska sadowski sawicka sawicki sikora sikorska sikorski sobczak sokolowska sokolowski stepien ' +
      'szczepaniak szczepanska szczepanski szewczyk szulc szymczak tomaszewska tomaszewski tomczak urban urbanska urbanski walczak ' +
      'wasilewska wasilewski wilk witkowska witkowski wlodarczyk wojciechowska wojciechowski wrobel wroblewska wroblewski wrona ' +
      'wysocka wysocki zajac zakrzewska zakrzewski zalewska zalewski zawadzka zawadzki ziolkowska ziolkowski zak',
  },
  {
    language: 'ru',
    common:
      'ivanov ivanova smirnov smirnova kuznetsov kuznetsova popov popova petrov petrova sokolov sokolova volkov volkova fedorov ' +
      'fedorova sidorov sidorova melnyk shevchenko kovalenko bondarenko tkachenko kovalchuk kravchenko',
    other:
      'abramov abramova aleksandrov alekseev alekseeva andreev andreeva antonov antonova baranov baranova belov belova belyaev ' +
      'belyaeva berezin bogdanov bogdanova bondar bondarchuk boyko borisov borisova chernov chernova chernyshev danilov danilova ' +
      'davydov davydova denisov denisova dimitrov dimitrova dmitriev dmitrieva dyachenko egorov egorova ermakov efimov filippov ' +
      'fomin frolov gavrilov georgiev georgieva gerasimov golubev golubeva gordeev goncharenko gonchar grigoriev gromov gusev guseva ' +
      'hrytsenko ilin ilyin ilina ivanchenko ivanenko ivanovic jovanovic kalinin karpov kazakov kirillov kiselev klimov klymenko ' +
      'komarov koltsov konovalov korolev korolyov kostin kotov kovacevic koval kovalev kozlov kozlova krasnov kravchuk krylov ' +
      'kudryavtsev kulikov kuzmin kuzmina lazarev lebedev lebedeva litvinov lysenko lukin makarov makarova maksimov marchenko markov ' +
      'markovic martynov matveev medvedev melnikov mironov mikhailov moroz morozov morozova naumov nazarov nikitin nikolaev nikolic ' +
      'nikolov novikov novikova orlov orlova osipov pavlenko pavlov pavlova pavlovic petrenko petrovic pylypenko polyakov polyakova ' +
      'ponomarev potapov romanenko romanov romanova rudenko ryabov rybakov savchenko saveliev savchuk semenov semenova serov sergeev ' +
      'shapovalov sharapov shevchuk simonov smirnoff sobolev sorokin sorokina stepanov stepanova stojanovic stoyanov suvorov sviridov ' +
      'sydorenko tarasov tarasova terentiev tikhonov timofeev titov tkachuk todorov tsvetkov tymoshenko ushakov vasilev vasiliev ' +
      'vasilieva veselov vinogradov vinogradova vlasov vlasova vorobev vorobiev vorontsov voronov yakovlev yashin zaitsev zaitseva ' +
      'zakharov zhukov zhukova zhuravlev zimin zuev',
  },
  {
    language: 'el',
    common:
      'papadopoulos papadopoulou papadakis papageorgiou papanikolaou georgiou dimitriou ioannou nikolaou konstantinou oikonomou ' +
      'economou vlachos vlachou makris karagiannis',
    other:
      'agelopoulos alexiou alexopoulos anagnostou anagnostopoulos anastasiou angelopoulos antonopoulos antoniou apostolou ' +
      'athanasiou athanasopoulos christodoulou chatzis christou christopoulos dimopoulos diamantis evangelou filippou fotopoulos ' +
      'galanis georgiadis giannakis giannopoulos ioannidis kalogeropoulos karamanlis karras katsaros kazantzis kokkinos kontos ' +
      'kostopoulos koutras kyriakou kyriakidis lazaridis lambropoulos makri markou mavridis michailidis moraitis nikolaidis ' +
      'panagiotopoulos panagopoulos papaioannou papadimitriou papakonstantinou papandreou papathanasiou pappas pappa pavlidis ' +
      'pavlou petridis petropoulos samaras sideris spanos stavrou theodorou theodoropoulos triantafyllou tsakiris tsolakis ' +
      'vasileiou vasiliou voulgaris xanthopoulos zacharopoulos',
  },
  {
    language: 'tr',
    common:
      'yilmaz kaya demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ozkan',
    other:
      'acar ak akar akbas akbulut akin akkaya aksoy aktas akyol alkan altin altun arikan ates avci ay aydogan aygun balci baskan ' +
      'bas bayrak bekar bilgin bingol bozkurt bulut can cakir cakmak celebi ceylan cinar coban coskun cosgun dag demirci demirel ' +
      'deniz dinc durmaz duman durak durmus duran eker ekinci er erdem erdogan eren ergin erkan erol ersoy genc gok gul gules ' +
      'guler gultekin gumus gunay gunduz gunes gungor gur guven inan isik kahraman kalkan kandemir kaplan karaca karadag karaman ' +
      'karakaya karakoc karakus karatas kartal keskin kiraz kirac koca kocak kose korkmaz kuru kucuk kus ok oner orhan oz ozbek ' +
      'ozcan ozer ozgur polat sari sen sener simsek soylu sonmez tan tas tasci tekin temel tok topal toprak tosun tuna tunc turan ' +
      'turk ucar uysal uslu unal unlu uzun yalcin yaman yasar yavuz yazici yigit yuce yuksel zengin',
  },
  {
    language: 'ar',
    common:
      'haddad khalil saleh salem nasser mansour hamdan khoury najjar masri qasim rahman sayed hamad shaikh farah haidar',
    other:
      'abbas abboud amari amrani asaad asad ayoub azzam badawi bakri baker barakat bashir benali bennani boulos chehab daher ' +
      'darwish dabbagh diab eid elmasry fakhoury fares fathi ghanem ghazal habib haddadi hadid hajj hakim halabi hamdi hammoud ' +
      'harb hariri hijazi husseini ibrahimi idrissi issa jaber jabri jawhari kabbani kadi karam kassem qassem kassab kattan khan ' +
      'khatib khoury kurdi maalouf mahdi mahfouz maher majid maktoum malik mubarak masoud matar mikati moussa mourad murad nahas ' +
      'najm naqvi nassar nasr nassif obeid omari othman qahtani qureshi ramadan rashid rashed rifai saad sabbagh sader safi said ' +
      'salim salman samaan sarkis sarraf sawaya sharif shami shaheen shehadeh siddiqui sleiman suleiman tabbara taha tamimi tawil ' +
      'touma turki wahab yamani yassin zaher zahrani zaidan zayed zein ziadeh',
  },
  {
    language: 'he',
    common:
      'cohen levi levy mizrahi peretz biton dahan avraham friedman malka azoulay katz yosef amar ohana hadad gabay',
    other:
      'aharoni alon amir ashkenazi atias avrahami bar barak benhaim benshimon berger berkovich berkovitz carmi chazan dayan eden ' +
      'edri elbaz eliyahu feldman fishman freund friedmann gal goldberg goldman goldstein golan greenberg gross hazan harari harel ' +
      'horowitz kaplan katzir klein koren kohen landau lavi lavie levin levine levinson lieberman livni maimon margalit mor moyal ' +
      'nahum navon nissim ohayon oren perry pinto rabinovich rosen rosenberg rosenthal rubin sabag sasson schwartz segal segev ' +
      'shachar shaked shalom shapira shapiro sharabi shemesh shitrit stern suissa swissa tal turgeman vaknin weiss weizman yaakov ' +
      'yadin yehuda yosef zamir zilber zohar',
  },
  {
    language: 'vi',
    common: 'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly',
    other:
      'an cao chau chu cung dam dao dinh doan giang ha han khuong kieu la lai lam luong luu mac mai nghiem nong ong phung quach ta tang thach thai than thieu to ton trinh truong tu tong trieu van vi vuong',
  },
  {
    language: 'zh',
    common: 'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo',
    other:
      'ai an bai bao bi bian cai cao chan chang chao cheng cheung chiang chow chu cui dai deng ding dong dou du duan fan fang fei ' +
      'feng fong fu gong gu guan gui hao han ho hong hou hsu hua huo ji jia jian jiang jiao jin jing kang kong kwan kwok lai lam ' +
      'lau lee lei leung li liang liao ling long lu lui lv mao mei meng mo mok ng ni nie niu ouyang pan peng pi qi qian qiao qin ' +
      'qiu qu ren rong ruan shao shen shi shih shu song su sung tai tan tang tao teng tian tong tsai tse tseng wan wei wen weng ' +
      'wong woo xi xia xiang xiao xie xin xing xiong xue yan yao yi yan ye yeung yi yin ying yip you yu yuan yue yun zeng zha zhan ' +
      'zheng zhong zhuang zhuo zou zuo',
  },
  {
    language: 'ja',
    common:
      'sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue',
    other:
      'abe adachi akiyama ando aoki arai araki asano chiba doi endo fujii fujimoto fujita fujiwara fukuda fukushima goto hamada ' +
      'hara harada hasegawa hashimoto hattori hayashi higuchi hirano hirata hirose honda hori ichikawa iida ikeda imai ishida ' +
      'ishihara ishii ishikawa ishiwatari iwasaki iwata kamada kaneko kawaguchi kawakami kawamura kawasaki kimura kinoshita kikuchi ' +
      'kitamura kojima kondo kono koyama kubo kudo kuroda maeda maruyama masuda matsuda matsui matsuo matsuoka matsushita minami ' +
      'miura miyamoto miyazaki mizuno mori morita murakami murata nagai nagata nakagawa nakajima nakano nakayama nishida nishimura ' +
      'noda noguchi nomura ogawa okada okamoto okumura ono onishi ota otsuka oyama saito sakai sakamoto sakurai sano shibata ' +
      'shimada shimizu sugawara sugimoto sugiyama takada takagi takano takeda takeuchi tamura taniguchi tsuchiya tsuda uchida ueda ' +
      'ueno wada yamashita yamazaki yasuda yokoyama yoshikawa yoshimura',
  },
  {
    language: 'ko',
    common: 'kim lee park choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song',
    other:
      'an bae baek ban bang byun cha chae chang chin cho choe chon chu chun chung do eom gang gil go gong goo gu gwak gwon ha ham ' +
      'heo ho hong huh hur hyun im in jeon jeong ji jin jo joo ju jun kil ko koo ku kwak lim ma maeng min mo moon mun na nam nah noh ' +
      'no oh ok pak paik pyo ra rha rhee roh ryu seok seol seong sim sin so son suh sul sung tak um wang woo won yang yeo yeon yi ' +
      'yim yoo you yoon yu yuk yun',
  },
  {
    language: 'nordic',
    common:
      'hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johnsen pettersen eriksen berg johansson ' +
      'andersson karlsson nilsson eriksson larsson olsson persson svensson gustafsson nielsen christensen rasmussen jorgensen ' +
      'sorensen petersen madsen korhonen virtanen makinen nieminen',
    other:
      'aalto abrahamsson ahlberg alm almqvist amundsen andreassen andreasson anttila arnesen aronsson arvidsson axelsson bakke ' +
      'bakken bang bech bengtsson berge bergman bergqvist bergstrom bjork bjorklund blom blomqvist borg brandt brekke bruun carlsen ' +
      'carlson carlsson christiansen claesson clausen dahl dahlberg dalen danielsen danielsson davidsen edvardsen eide ek eklund ' +
      'ekstrom elgaard eliassen engen engstrom ericsson erickson falk forsberg fransson fredriksen fredriksson friis frandsen ' +
      'gran gronlund gulbrandsen gunnarsson gundersen haagensen hagen hakansson halonen halvorsen hansson haugen hedlund heikkila ' +
      'heikkinen heinonen helgesen hellstrom henriksen henriksson hermansen hermansson hoeg hoglund holm holmberg holmgren holmstrom ' +
      'holst hoyer isaksen isaksson iversen jacobsen jacobson jacobsson jakobsen jakobsson jansson jarvinen jespersen johannessen ' +
      'jonassen jonasson jonsson joensen juhl kallio karjalainen karppinen kinnunen kjaer kjeldsen kjellberg klausen knudsen knutsen ' +
      'koskinen kristensen kristoffersen krogh laine laitinen lauritsen lehtinen lehto lehtonen leino lie lind lindberg lindblom ' +
      'lindgren lindholm lindqvist lindstrom lorentzen lund lundberg lundgren lundin lundqvist lundstrom lunde magnussen magnusson ' +
      'maki manninen markussen martinsen martinsson mattila mattsson mathisen mathiesen mikkelsen mikkonen moberg moe moen mogensen ' +
      'molin moller mork mortensen myhre naess nikolajsen norberg nordin nordstrom norgaard nyberg nygard nygaard nygren nystrom ' +
      'oberg olafsson olesen olofsson osterberg ostergaard ostlund overgaard paulsen pedersson peltonen peterson petersson pettersson ' +
      'pitkanen poulsen ravn reinholt riis rantanen rasanen rosen roth ruud ryan saarinen salminen salo salonen samuelsson sandberg ' +
      'sandstrom schou simonsen sjoberg sjogren skov smed solberg solheim sorbo stenberg stensen strand strom sundberg sundin ' +
      'sundstrom svendsen svensen svenson swensson sveen soderberg soderstrom tangen thomassen thomsen thomson thorsen toivonen ' +
      'tuominen turunen vik viklund villadsen vestergaard wahlstrom wallin wang westerberg westman wiberg wikstrom winther aberg',
  },
  {
    language: 'nl',
    common:
      'jong jansen vries berg bakker dijk visser smit meijer boer mulder groot bos vos peters hendriks dekker brouwer janssen',
    other:
      'aarts adriaansen baas bosch beek berge bergh blom boersma bogaert bogaerts boon bosman brink broek bruijn bruin buijs claes ' +
      'claeys coster cornelissen daalen dam damen decker desmet dijkstra driessen dubois evers franken geerts gerritsen gool graaf ' +
      'groen haan heuvel hermans hoek hofman hoekstra huisman jacobs jacobsen jaspers jonker kok koning kooij koster kramer kuiper ' +
      'kuipers lambrechts leeuwen linden maas maes martens meer meijers mertens meulen michiels mol molen nijs otten pauwels peeters ' +
      'pieters pol post postma prins ridder roos sanders schipper schouten scholten schuurman segers sluis smeets smets smits stevens ' +
      'swart timmermans tromp veen velde verbeek verhoeven vermeulen verschuren vink vliet vogel wal weerd wal westra wit wolters ' +
      'willems wouters zanden zwart',
  },
  {
    language: 'hu',
    common:
      'nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah simon racz',
    other:
      'antal bakos balazs balla balint barta bartok bodnar bognar boros borbely csonka deak dudas fabian fazekas fekete fodor gal ' +
      'gaspar gulyas hajdu halasz hegedus illes jakab kelemen kerekes kis kocsis kozma lengyel lukacs magyar major mate mezei ' +
      'nemet novak orban orsos pal pap pasztor pinter racz sandor sarkozi sipos soos somogyi szalai szekely szilagyi szoke szucs ' +
      'torok vass veres vida vincze voros',
  },
  {
    language: 'ro',
    common: 'popa popescu ionescu radu dumitru stan stoica gheorghe matei ciobanu rusu constantin dumitrescu marin',
    other:
      'albu anghel antonescu avram balan barbu bogdan bratu bucur chiriac cojocaru constantinescu cozma cretu cristea dima dobre ' +
      'dragomir dinu dumitrache enache filip florea georgescu grigore iordache iancu ion iliescu ionita lungu lupu manea manole ' +
      'marinescu mihai mihalache militaru mocanu moldovan moraru munteanu muresan musat neagu nedelcu negrea nistor nita oprea ' +
      'pavel petcu petre popovici preda rotaru sandu sava serban stanciu stanescu stefan suciu tanase toma toader tudor ungureanu ' +
      'vasile vasilescu visan vlad voicu zaharia',
  },
  {
    language: 'in',
    common: 'kumar singh sharma patel gupta khan shah verma reddy rao das mehta joshi nair iyer agarwal',
    other:
      'acharya ahuja anand arora bajaj banerjee bansal basu bhatia bhatt bhattacharya bose chakraborty chandra chatterjee chauhan ' +
      'chopra choudhary chowdhury dasgupta datta desai deshmukh dey dutta garg ghosh goel goyal gandhi gill grover hegde iyengar ' +
      'jadhav jain jha kapoor kapur kaul kaur khanna kohli krishnan kulkarni lal malhotra malik mathur menon mishra misra mittal ' +
      'modi mukherjee murthy naidu naik narang narayanan pandey pandya pillai prasad rajan raman ramaswamy rana rastogi rathore ' +
      'rawat roy sahu saxena sen sethi shetty shukla sinha sood srivastava subramaniam subramanian swamy tandon thakur tiwari ' +
      'trivedi tripathi varma venkataraman vyas yadav',
  },
]
