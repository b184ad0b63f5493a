import type { NamesByLanguage } from './types.ts'

/** Given names in Latin letters of further languages; Cyrillic, Greek, Arabic and Hebrew ones are looked up romanised. */
export const moreGivenNames: readonly NamesByLanguage[] = [
  {
    language: 'pl',
    common:
      'jan piotr andrzej krzysztof tomasz pawel michal marcin stanislaw jakub adam marek anna maria katarzyna malgorzata ' +
      'agnieszka barbara ewa krystyna magdalena monika joanna zofia',
    other:
      'adrian agata alan albert aleksander aleksandra alicja alina amelia aneta angelika antoni antonina arkadiusz artur ' +
      'bartlomiej bartosz beata bernadeta blazej bogdan boguslaw bogumil bogumila boleslaw bozena bronislaw bronislawa cecylia ' +
      'cezary czeslaw czeslawa dagmara damian daniel danuta dariusz dawid dominik dominika dorota edward edyta eliza elzbieta ' +
      'emilia eryk eugeniusz feliks filip franciszek gabriela genowefa grazyna grzegorz halina hanna helena henryk henryka ' +
      'hubert iga ignacy igor ilona irena ireneusz iwona iza izabela jacek jadwiga janina janusz jaroslaw jerzy jolanta jozef ' +
      'jozefa julia julian justyna kacper kajetan kamil kamila karol karolina kazimiera kazimierz kinga klaudia konrad ' +
      'konstanty kornelia lech lena leokadia leon leszek lidia liliana lucja lucjan lucyna ludwik lukasz maciej maja maksymilian ' +
      'marcel marcelina mariola marian marianna mariusz marta martyna mateusz mieczyslaw mikolaj milena milosz miroslaw ' +
      'miroslawa natalia nikodem nina norbert oliwia oliwier oskar patrycja patryk paulina przemyslaw radoslaw rafal regina ' +
      'renata robert roman ryszard sandra sebastian slawomir stanislawa stefan stefania sylwester sylwia szymon tadeusz teresa ' +
      'urszula waclaw waldemar wanda weronika wieslaw wieslawa wiktor wiktoria wioletta wladyslaw wladyslawa wlodzimierz ' +
      'wojciech zbigniew zdzislaw zenon zuzanna zygmunt',
  },
  {
    language: 'ru',
    common:
      'aleksandr alexander sergey sergei andrey andrei aleksey alexey alexei dmitry dmitri dmitriy mikhail vladimir ivan ' +
      'nikolay nikolai yuri yury viktor oleg elena olga tatiana tatyana natalia natalya irina svetlana ekaterina anna maria ' +
      'marina oleksandr serhiy andriy mykola volodymyr olena oksana iryna nataliya',
    other:
      'aleksandra alexandra alena alina alisa alla alyona ana anastasia anastasiya anatoliy anatoly angelina anton antonina ' +
      'arina arkady arseny artem artyom bogdan bohdan boris boyan bozhidar daniil danylo daria darya denis desislava dimitar ' +
      'dina dmytro dragan dragana egor ekaterina elizaveta emiliya evgeni evgenia evgeniy evgeniya evgeny fedor filipp galina ' +
      'gennadiy gennady georgi georgy gleb goran grigory halyna hanna hryhoriy igor ihor ilia ilya inna ioann irena ivana ' +
      'ivanka ivaylo jelena jovan jovana kateryna katerina khrystyna kira kirill kiril konstantin kostiantyn ksenia kseniya ' +
      'lada larisa larysa lesya lev lidia lidiya lilia liliya lyubov lyudmila liudmyla ludmila maksim maksym margarita marija ' +
      'marko matvey maxim mihail milan milena milica milos miroslav mykhailo nadezhda nadia nadiya natalija nemanja nenad ' +
      'nika nikita nikola nina olesya olha pavel pavlo petar petr petro polina predrag pyotr radmila rimma rodion roman ' +
      'rostyslav ruslan ruslana semyon serhii slobodan snezana snezhana sofia sofiia sofya stanislav stefan stepan svitlana ' +
      'taras tamara taisiya timofey timur tsvetan tymofiy ulyana vadim vadym valentin valentina valeria valeriy valery ' +
      'varvara vasil vasily vasyl vera veronika vesna viktoria viktoriia viktoriya violeta vitaliy vitaly vladislav vlad ' +
      'vladyslav vyacheslav viacheslav yana yaroslav yaroslava yegor yekaterina yelena yevgeny yevhen yevheniia yulia yuliia ' +
      'yuliya yuriy zhanna zinaida zlata zoran zoya',
  },
  {
    language: 'el',
    common:
      'georgios giorgos yorgos dimitrios dimitris konstantinos kostas ioannis giannis yannis nikolaos nikos christos panagiotis ' +
      'vasilis vassilis maria eleni katerina aikaterini vasiliki sofia georgia anna dimitra konstantina',
    other:
      'achilleas alexandra alexandros alexis alkis anastasia anastasios anastasis andreas angeliki angelos anthi antonis ' +
      'antonia apostolos areti aris aristea aristotelis artemis asimina athanasia athanasios athina charalampos charis chara ' +
      'christina chrysa chryssa chrysoula despina dionysis dionysios eirini irini efstathios efstratios eftychia elena ' +
      'eleftheria eleftherios elias ilias elisavet emmanouil eugenia evangelia evangelos evi fani filippos foteini fotini ' +
      'fotios fotis georgia gerasimos grigoris harris ioanna ioulia iason kalliopi kleopatra kyriaki kyriakos lambros lefteris ' +
      'leonidas loukas makis manolis margarita marina marios markos martha melina michail michalis myrto natasa nektarios ' +
      'niki olga orestis panagiota panos paraskevi paris pavlos pelagia periklis petros polyxeni rania sotiria sotiris ' +
      'spyridon spyros stamatis stavroula stavros stefania stefanos stella stelios stylianos thanasis thanos theodora theodoros ' +
      'theofilos thomais thomas tina vaios vangelis varvara zoi',
  },
  {
    language: 'tr',
    common:
      'mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer fatma ayse emine hatice zeynep elif meryem',
    other:
      'abdullah adem adnan akif alper alperen altan arda arif asli asuman ata atilla aydin aylin aysegul aysel aysun baki ' +
      'banu baran baris basak batuhan bayram bekir belgin berat berk berkay bilal bilge birol bora bulent burak burcu busra ' +
      'can canan caner cansu cem cemal cemil cengiz cenk ceren cihan damla defne demet deniz derya devrim didem dilek dogan ' +
      'duygu ebru ece ecem eda efe ekrem emel emir emre enes engin ensar ercan erdal erdem eren erhan erkan erkut erol ersin ' +
      'esra evren fadime faruk fatih ferhat feride feyza figen fikret filiz furkan gamze gizem gokce gokhan gonca gonul gul ' +
      'gulay gulcan gulsen gulten gunay hacer hakan halil halime haluk hamdi hande harun havva hayri hikmet hulya ihsan ilhan ' +
      'ilker ilknur ipek irem irfan ismet kaan kadir kadriye kamil kazim kemal kerem kerim koray kubra levent leyla mahir ' +
      'mahmut melek melih melike melis meltem mert merve mesut metin mine muammer muhammed muharrem mukaddes muzaffer naci ' +
      'nazan nazli necati nermin nese nihal nihat nilay nil niyazi nuray nurcan nurhan nuri nurten oguz okan oktay onur orhan ' +
      'ozan ozcan ozge ozgur ozlem pelin pinar polat ramazan recep refik remzi reyhan riza ruya sabri sadik saime salih saliha ' +
      'sami savas seda sedat selami selcuk selda selim selin selma semra serap serdar serhat serkan sermin sevda sevgi sevim ' +
      'sezen sezer sibel sinan sinem songul suat sukran sukru suleyman sule tahir tahsin tamer taner tarik tayfun taylan tevfik ' +
      'tolga tuba tugba tugce tuncay turan turgut turkan ufuk ugur umit umut unal utku vedat veli veysel volkan yagmur yakup ' +
      'yasar yasemin yasin yavuz yesim yeliz yigit yildiray yilmaz yuksel zafer zehra zekeriya zeki zeliha zerrin zuleyha',
  },
  {
    language: 'ar',
    common:
      'mohammed mohamed muhammad ahmed ahmad ali hassan hasan hussein hussain omar khaled khalid ibrahim abdullah yusuf youssef ' +
      'mahmoud mustafa fatima aisha maryam mariam sara layla leila nour zainab',
    other:
      'abbas abdelaziz abdelkader abdelkarim abdelrahman abdou abdul abdulaziz abdulrahman adel adham adil adnan afaf ' +
      'ahlam aicha alaa amal amani amer amin amina amine amir amira ammar anas anis anwar asma asmaa ashraf assad assia aya ' +
      'ayman aymen aziz aziza bader badr basel bashar bashir basma bassam bilal bouchra brahim bushra dalal dalia dina dua ' +
      'driss ehab eman emad fadi fadia fahad fahd faisal faiza farah farid farida faris farouk fawzi faten fathi fatiha fatma ' +
      'fayez feras firas fouad fuad ghada ghassan habib hadi hadil hafsa haitham hajar hakim hala hamad hamdan hamid hamza ' +
      'hana hanan hani hanna haroun hatem haya hayat haytham hiba hicham hind hisham hoda houda huda iman imad imane imran ' +
      'inas intissar ismail ismael issa iyad jaber jafar jalal jamal jamila jawad jihad jumana kamal kamel kareem karim karima ' +
      'kawtar khadija khalil kholoud lamia latifa lina loubna lubna mahdi maha mahfoud mahfouz majid majed malek malik malika ' +
      'manal mansour marwa marwan maysa mazen meriem mina moaz moez mohcine mohsen mona mounir mourad muna munir murad musa ' +
      'moussa nabil nabila nada nader nadia nadir naima najat najib najla najwa naser nasir nasr nasser nawal nawaf nidal ' +
      'nisreen nizar noor noura nouri nura osama othman qasem rabia rachid rached rafik raghad rahma raja rajaa ramadan ' +
      'ramez rami rana rania rashid rasha rayan razan reem riad rima rida ridha riham rim rola ruba saad saadia sabah sabri ' +
      'sabrine sadek said saeed saida sajid salah saleh salem salim salima salma salman salwa samah sameh samer sami samia ' +
      'samir samira sana sanaa saud sawsan shadi shahd sherif shaima shaimaa siham sofiane soha souad soufiane suha suhail ' +
      'sulaiman suleiman sultan sumaya taha tahar talal tamer tarek tariq taufik wael wafa wafaa waleed walid warda wassim ' +
      'widad wissam yahya yacine yasin yaser yasir yasmin yasmina yassine younes yunus zaid zaki zakaria ziad zied zineb zuhair',
  },
  {
    language: 'he',
    common:
      'yosef david moshe yitzhak avraham yaakov daniel michael sarah sara rachel rivka miriam esther noa tamar michal',
    other:
      'adi aharon alon amir amit amnon anat ariel arieh asaf asher avi aviad avital aviv aviva ayala ayelet baruch batya ben ' +
      'benjamin binyamin boaz carmel chaim chana chaya dafna dalia dan dana dina dorit dov dror dvora efraim efrat ehud einat ' +
      'eitan eli eliezer eliyahu elad eran erez eyal gabi gad gadi gal galit gil gila gilad guy hadar hadas haim hana hila ' +
      'idan ido igal ilan ilana inbal inbar irit itai itamar itzhak keren lea leah liat lior lilach liora maayan malka maya ' +
      'meir meirav menachem meital micha mordechai naama nadav naftali naomi nathan natan nehama nir nira nitzan nurit ofer ' +
      'ofir ofra ohad omer omri oren orit orly osnat pinchas raanan rami ran raz reuven rina roi ron ronen roni ronit ruth ' +
      'shai shalom shani sharon shaul shimon shimshon shira shirly shlomi shlomo shmuel shoshana sigal simcha tal tali talia ' +
      'tomer tova tzipi tzipora tzvi uri uriel uzi vered yael yair yakov yaniv yaron yehonatan yonatan yehuda yehudit yifat ' +
      'yigal yoav yona yoram yossi yuval zeev ziva zohar zvi',
  },
  {
    language: 'vi',
    common: 'van thi minh anh hung hoa lan mai linh huong thanh tuan dung hai nam long son',
    other:
      'an bach bao bich binh chau chi chien chinh cong cuong dai dan dao dat diem diep dinh dong duc duy duyen gia giang ha ' +
      'han hanh hao hau hien hieu hong hop hue huy huyen khai khanh khoa khoi kien kieu kim lam le lien loan loc loi luan luc ' +
      'luong ly manh my nga ngan nghia ngoc nguyet nhan nhat nhi nhu nhung oanh phat phong phu phuc phuong quan quang que quoc ' +
      'quy quyen quynh sang sinh suong tai tam tan thai thang thao thien thinh thoa thom thong thu thuan thuy thuong tien tin ' +
      'toan trang tri trinh trong truc trung truong tu tung tuyen tuyet uyen vy viet vinh xuan yen',
  },
  {
    language: 'zh',
    common: 'wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xia ping gang',
    other:
      'ai an bin bo chang chen cheng chun cong dan dong fei feng fu guang gui guo guoqiang hai haiyan han hao he hong hua huan ' +
      'hui jia jiahao jian jianguo jianhua jianjun jianping jiao jin jinhua kai kang kun lan lan ling lin long lu mei meiling ' +
      'meng mengyao miao mingming nan ning peng qi qian qin qing rong rui shan shu shuang song ting tian weiming weiwei wen ' +
      'wenjie xiang xiao xiaodong xiaohong xiaoling xiaoming xiaoyan xin xing xinyi xiu xiulan xiuying xu xuan xue ya yafang ' +
      'yi yifan ying yu yuan yue yuhan yun ze zhen zheng zhi zhigang zhihao zhiqiang zhong zi zihan zixuan',
  },
  {
    language: 'ja',
    common: 'haruki takashi hiroshi kenji taro yuki akira hanako yoko keiko naoko yumi',
    other:
      'ai aiko akari akemi aki akiko akihiro akio asami asuka atsushi ayaka ayako ayumi chie chiaki chika daichi daiki daisuke ' +
      'eiji eiko emi eri etsuko fumiko fumio hajime haruka haruko haruna haruto hideaki hideki hideo hidetoshi hikaru hina ' +
      'hinata hiro hiroaki hiroko hiromi hiroyuki hisashi ichiro isamu jiro jun junichi junko kana kanako kaori katsumi kazuhiro ' +
      'kazuki kazuko kazuo kazuya kei keigo keita ken kenichi kenta kiyoshi koichi koji kota kumiko kyoko maki makoto mai mami ' +
      'mamoru manabu mao mari mariko masaaki masahiro masaki masako masao masaru masashi masato masayuki mayumi megumi michiko ' +
      'midori mika miki minoru misaki mitsuo miyuki momoko nana nanami nao naoki naoto natsuki nobuko nobuo noboru noriko norio ' +
      'osamu rei reiko ren riko rin rina risa ryo ryoko ryosuke ryota ryuichi ryuji sachiko sakura saori satomi satoru satoshi ' +
      'sayaka sayuri shigeru shinichi shin shinji shinya shizuka sho shoji shota shuichi shun sora sota susumu tadashi taichi ' +
      'takahiro takako takao takayuki takeo takeshi takumi takuya tatsuya tetsuo tetsuya tomo tomoko tomomi tomoya toru toshiaki ' +
      'toshiko toshio tsubasa tsuyoshi yasuhiro yasuko yasuo yoichi yoshi yoshiko yoshio yosuke yui yuichi yuji yuka yukari ' +
      'yukiko yukio yuko yuta yutaka yuto yuu',
  },
  {
    language: 'ko',
    common: 'minsu minjun jiwoo seojun jisu minji jieun soojin sujin jihoon hyunwoo eunji yuna',
    other:
      'bora chan chanyeol chul daehyun dong donghyun dohyun eun eunha eunhye eunjung gyu haneul hae hana heejin ho hye hyejin ' +
      'hyeon hyun hyunjin hyunjoo in inho jae jaehyun jaewon ji jia jihye jimin jin jinho jinwoo jiyeon jiyoung jong joo joon ' +
      'jun jung jungho junho kyung kyungho mi mihye mijin min minah mincheol mingyu minho minhyuk minjae minjeong minseo minseok ' +
      'misook myung nari sang sanghoon sangwoo seo seohyun seok seung seunghyun seungmin si sohee soo sooah soyeon sung ' +
      'sunghoon sungmin taehyung tae taeyang woo woojin yeji yejin yeon yeong yong yoo yoojin youngho young youngmi youngsoo',
  },
  {
    language: 'nordic',
    common:
      'lars anders erik per johan jan karl nils peter hans ole olav bjorn svein knut arne anna maria eva karin kristina ingrid ' +
      'kari anne inger liv mette kirsten hanne soren jens niels jorgen mikael matti juhani pekka jukka',
    other:
      'aase adam agneta aino aksel albin alexander alf alfred alva amanda anette anita anja ann anneli annika antero anton ari ' +
      'arto arvid asa asbjorn aslaug asmund astrid aud axel beata bengt berit bernt birger birgit birgitta birte bjarne bo ' +
      'bodil borje brita britt carina carl caroline cecilia charlotte christer christian christina claes dag dagny daniel ' +
      'ebba edith edvard egil einar eino eira eirik elin elina elisabet elisabeth ella ellen elof elsa emil emilia emma erkki ' +
      'ernst esa eskil espen ester fredrik freja frida frode geir georg gerd gitte grete gro gudrun gunilla gunnar gunvor gustaf ' +
      'gustav haakon hakan hakon hannele hannu harald harri heidi heikki helena helga helge helle helmi hilde hilma hjalmar ' +
      'ida ilkka ilmari inga inge ingeborg ingemar ingmar inkeri irene ivar jaakko jacob jakob jakub janne jarl jari jarmo jens ' +
      'jesper joakim johanna johannes johannes jonas jonathan jone joni jorma josefin juha jussi kaarina kai kaisa kalle kare ' +
      'karen karita karita karoline katja katri kenneth kim kimmo kirsi kirsti kjell klas kristian kristin kristoffer lasse ' +
      'lauri leena leif leena lena lennart liisa linda linn linnea line lise lisbet lisbeth lotta louise lovisa lukas magdalena ' +
      'magne magnus maiken maj malene malin mads maren margareta margit margrethe mari marianne marie mariann marika marit ' +
      'marita marja marjatta marko marten marthe martin mats mattias mauri merete mia mika mikko minna mogens mona morten nanna ' +
      'nora odd olavi olle olof oskar oskari oystein paavo palle pal par pasi paula paul paulus pauli pauliina pernille per ' +
      'petra petri petter pia pirjo poul preben ragnar ragnhild raija rasmus rauno reidar reijo reidun riitta risto ritva roald ' +
      'rolf rune sami sanna sara sari satu seija seppo signe sigrid sigurd silje simen siri sirkka siv sjur sofia sofie solveig ' +
      'sonja staffan stefan stein steinar sten stian stig stine sture sune susanne sven tapani tapio tarja teemu terhi terje ' +
      'thea thor thora thore thorunn tiina timo tina toivo tom tommi tone torbjorn tor tord tore torill torsten toril tove trine ' +
      'trond trygve tuomas tuula turid ulf ulla ulrika urban ursula ville visa viggo viktor vilho vidar wenche',
  },
  {
    language: 'nl',
    common:
      'jan johannes cornelis hendrik willem pieter gerrit maria johanna anna cornelia elisabeth wilhelmina kees piet',
    other:
      'adriaan adrianus albertus anneke annemarie anouk antoon arend arie arjan astrid bart bas bert bram britt carla chantal ' +
      'corrie daan david debbie denise dennis desiree dick dirk dries edwin ellen els emiel erik esmee esther eva evert femke ' +
      'fleur floor floris frans freek frits fons gerard gert gijs greet guido guus hanneke hanny harm harry heleen henk ' +
      'herman hilde hugo huub ilse ineke inge ingrid iris isa jaap jacob jacobus jan jasmijn jasper jelle jeroen jesse jet ' +
      'jeffrey joep johan jolanda joost joris jos joyce judith jurgen karel karin kim koen koenraad lars laura lennart leen ' +
      'leo lianne lieke liesbeth lieve linda lisa loes lotte lucas luuk maaike maarten machteld marc marco margriet marianne ' +
      'marieke marijke marijn marit marjan marjolein mark marloes martijn mathijs maud max merel michiel mieke milou miranda ' +
      'mirjam monique nadine natasja nico nicole niek niels nienke nina noor olaf patrick paul petra pim piet pieternel ramon ' +
      'renske richard rik rob roderick roel roelof roos ronald ruben rudolf ruud sander sandra sanne saskia sebastiaan sem ' +
      'sien sjoerd sophie stefan steven stijn suzanne sven tanja ted theo thijs thomas tim tijn tom ton tonny truus vera ' +
      'vincent wendy wiebe wietske wil wilma wim wouter yvonne',
  },
  {
    language: 'hu',
    common:
      'istvan jozsef janos laszlo zoltan sandor peter gabor ferenc attila tamas maria erzsebet katalin eva ilona anna judit',
    other:
      'adam agnes akos andras andrea aniko antal aron balazs balint barbara bela bence bernadett beata boglarka csaba csilla ' +
      'daniel david denes dora dorottya edit emese endre eniko erno erika eszter fanni gergely gergo geza gyorgy gyongyi gyula ' +
      'hajnalka henrietta ibolya ildiko imre ivett jolan jeno julia julianna kalman karoly kinga kitti klara kristof krisztian ' +
      'krisztina lajos levente lili margit marianna mark marta mate matyas melinda mihaly miklos monika nikolett noemi nora ' +
      'norbert orsolya otto pal petra pal piroska reka renata richard robert roland rozalia sara szabolcs szilvia tibor timea ' +
      'tunde valeria veronika viktor viktoria vilmos virag vivien zita zsolt zsofia zsuzsanna',
  },
  {
    language: 'ro',
    common:
      'andrei alexandru ion gheorghe mihai stefan cristian vasile constantin maria elena ioana andreea mihaela ana',
    other:
      'adela adina adrian alin alina ana anca aurel bogdan camelia carmen catalin catalina claudia claudiu corina cosmin ' +
      'cristina dan dana daniel daniela denisa diana doina dragos dumitru emil emilia eugen florentina florin florina gabriel ' +
      'gabriela george georgiana grigore horia iacob ileana iulia iulian ilie ionel ionela ionut irina laura laurentiu larisa ' +
      'lavinia liliana liviu loredana lucian lucia luminita madalina magdalena marcel marian mariana marin marius mircea monica ' +
      'nelu nicoleta nicolae nicu octavian oana ovidiu paul petre petru radu raluca ramona razvan rodica roxana sabina silviu ' +
      'simona sorin sorina stefania teodor teodora tiberiu traian tudor valentin valentina vasilica veronica victor violeta ' +
      'viorel viorica vlad',
  },
  {
    language: 'in',
    common: 'amit anil raj rahul sanjay sunil suresh vijay priya sunita anita pooja neha kavita deepak ravi',
    other:
      'abhishek aditi aditya ajay akash akshay alok amita amrita anand anjali ankit ankita anjana anupam aparna archana arjun ' +
      'arun aruna arvind asha ashish ashok balaji bharat bhavna chandra deepa deepika dev devendra dinesh divya ganesh gaurav ' +
      'geeta girish gopal gurpreet hari harish harpreet hema indira jagdish jaya jitendra jyoti kamal kamala karan kartik ' +
      'kiran kishore krishna kumar lakshmi lalit lata madhu madhuri mahesh manish manju manoj meena megha mohan mohit mukesh ' +
      'nalini nandini narayan naresh naveen nikhil nisha nitin padma pankaj parvati pradeep prakash pramod prasad prashant ' +
      'praveen preeti priyanka radha rajani rajendra rajesh rajeev rakesh ram rama ramesh rani ranjit rashmi rekha renu ritu ' +
      'rohan rohit roshan sachin sandeep sangeeta santosh sarita satish seema shalini shankar shanti sharad shilpa shiv shobha ' +
      'shreya shweta siddharth sneha sonal srinivas subhash sudha sudhir sujata suman sumit surya sushma swati uday uma usha ' +
      'varsha vandana venkatesh vikas vikram vinay vinod vishal vivek yash yogesh',
  },
]
