import type { NamesByLanguage } from './types.ts'

/**
 * Surnames, folded, the commonest first. Besides the common ones it holds the near neighbours of common ones (Gomez and
 * Gamez, Marin and Martin), because two surnames that both exist are never taken for a typing error.
 */
export const surnames: readonly NamesByLanguage[] = [
  {
    language: 'es',
    common:
      'garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno alvarez ' +
      'munoz romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina suarez ortega ' +
      'delgado castro ortiz silva rojas medina herrera aguilar vargas flores rivera cabrera acosta nunez sosa mendez pereira',
    other:
      'abad abalos abascal abreu acevedo acuna agosto aguado aguero aguiar aguilera aguirre ahumada alarcon alba alcala ' +
      'alcantara alcaraz aldana alegre aleman alfaro alfonso almada almagro almeida almeyda alonzo altamirano alvarado alvez ' +
      'alves amado amador amaral amaro amarilla amaya amor anaya andino andrade angulo antunez aparicio aquino aragon aramburu ' +
      'arana aranda araujo araya arbelo arce arcos ardiles arellano arena arenas arevalo argueta arias ariza arismendi armas ' +
      'armendariz arroyo arrieta arriola arteaga artigas asencio avalos avendano avila aviles ayala azcona baez balbuena ' +
      'baldomir ballesteros banegas barbosa barboza barcelo barrera barreto barreiro barrientos barrios barron barros bartolome ' +
      'basualdo batista batlle bautista becerra bello beltran benavides benavidez benitez benites bentancor bentancour ' +
      'bentancur bermejo bermudez bernal berrios berro betancor betancourt betancur bianchi bianco blanes blasco bolivar bonilla ' +
      'bordaberry borges borja bosch botella bouza brandon bravo brito briceno brizuela brum bruno bueno burgos bustamante ' +
      'bustos caballero cabezas cabral cabello cabrero caceres cadenas calderon calero calleja calvo camacho camara camargo ' +
      'camejo campos canales canas candia cano canto cantero caraballo carballo carbajal carballido carbonell cardenas cardona ' +
      'cardoso cardozo carmona caro carranza carrasco carreno carrera carreras carreto carrillo carrion carvajal casal casanova ' +
      'casares casas castano castellano castellanos castello castilla castillo cavani cazares ceballos cejas centeno cerda ' +
      'cervantes cespedes chacon chavez chaves cifuentes cisneros clavijo colman colombo conde contreras coria cornejo corral ' +
      'corrales correa cortes cortez corti cosio costa couto crespo cruz cubas cuello cuenca cuesta cuevas curbelo damiani ' +
      'davila deleon delrio diez dias doldan donoso dorado dorrego duarte duran durand echenique echeverria echeverry ' +
      'elizalde elizondo encinas enriquez errazuriz escalante escobar escobedo escudero espana esparza espejo espinosa espinoza ' +
      'esquivel esteban estevez estigarribia estrada etchegaray etchegoyen etcheverry fagundez fajardo farias farina faria ' +
      'feijoo felix fernandes ferrari ferraro ferreira ferreiro ferrer ferrera ferrero ferreyra ferro figueredo figueroa ' +
      'fleitas florentin forlan fonseca font fontana fontes forte franco freire freitas frias fuentes fuertes funes gadea ' +
      'galarza galeano gallardo gallego gallegos galvan galvez gamarra gamez gamboa gandara garay garcete garces garibaldi ' +
      'garrido garza garzon gaspar gatti gaviria gerez gimenez giron giordano giraldo godoy goicoechea gomes goncalvez gonzales ' +
      'gordillo gordo gorosito gracia granada granados grau guerra guerrero guevara guillen gularte guzman haedo haro heredia ' +
      'hermida hernandes hernando herrero herreros hidalgo hierro hinojosa holguin hornos hoyos huerta hurtado ibanez ibarra ' +
      'iglesias illescas infante insua iriarte irigoyen iriondo isla islas iturralde izquierdo jara jaramillo jauregui jerez ' +
      'jordan juarez jurado justo lacalle lafuente lago lagos lamas lambert landa lara larranaga larrea larrosa ' +
      'lazaro leal ledesma leguizamon leites leiva leyva lemos leon lescano lezcano lima linares lira llorente lobo lombardi ' +
      'lombardo longo lopes lorenzo lozano lucas lucero lugo lujan luna luque luzardo machado macias maciel madera madrid ' +
      'madrigal madruga maidana maldonado manzano manzanares marchetti marchesi marcos marin marino marino marquez marques ' +
      'marrero marti martines martini martino martins marte mata mateo mateos matos maya maza mazza mederos medeiros ' +
      'medrano mejia mejias melendez melgar mella melgarejo mello melo mena mendes mendieta mendoza meneses menendez mera ' +
      'mercado merino mesa meza miguel miguez millan mina miranda miro mitre mojica molinari molins moncada mondragon monje ' +
      'monroy montalvo montana montanez monte monteiro montenegro montero montes montesinos montiel montilla montoya mora morales ' +
      'moran morante moratorio moreira moreyra morel morell morena morera moretti morillo moron moya moyano muniz mujica murillo ' +
      'muro murcia najera naranjo narvaez nava navas navarrete navia negrin negron neira nicolini nieto nieves nino nogueira ' +
      'noguera nolasco noriega novoa nunes obando obregon ocampo ocampos ochoa ojeda olaizola olascoaga oliva olivares olivera ' +
      'oliveira olivero oliveros oliver olmedo olmos olguin oquendo orellana oria oribe orozco oroz orrego ortega osorio ' +
      'osores ospina otero oviedo oyarzun pacheco padilla padron paez pagola palacio palacios palma palmer palomino palomo ' +
      'panizza pardo paredes pareja parra parodi pascual pastor pastrana patino pavon paz pedraza pedrosa pedrozo peinado ' +
      'pelaez pena penafiel penaloza peralta perdomo perea peres pereyra pereda perera pereyra perrone pessoa piedra pino pinera ' +
      'pineda pineiro pinero pintado pinto pintos piriz pirez pires pizarro pla plaza polanco polo ponce pons porras portela ' +
      'portillo posada posadas pose poveda poza pozo prado prada prats prieto puente puentes puerta puertas puga puig pujol ' +
      'pulido quesada queiroz quevedo quijano quinones quintana quintanilla quintela quinteros quintero quiroga quiros rabellino ' +
      'ramallo ramires ramon rangel rapetti raya real rebollo rebolledo recalde recoba regalado reina rejas requena rey reyes ' +
      'reynoso ribas ribeiro ribera ribero rico rincon rios ripoll riquelme riveiro rivas rivero riveros rizzo robaina ' +
      'robledo robles roca rocha roche rodas rodrigues roig roja roldan roman romano romeo romeu ron roque rosa rosado ' +
      'rosales rosas rosende rossi rossini roura rubio rueda rufino ruano russo saavedra sabate sabino saez sagasti ' +
      'sainz sais sala salas salazar salcedo saldana saldias salgado salinas salinero salmeron salomon salvador salvatierra samper ' +
      'samaniego sanabria sanchis sancho sandoval sanguinetti sanhueza sanjuan santa santacruz santamaria santana santander ' +
      'santiago santillan santos santucho sanz sarmiento sarabia saravia sarria sastre savio segovia seco segura seijas seoane ' +
      'sepulveda serna serra sierra sierralta silvera silveira silvestre simon soares sola solano solar solari soler soliz solis ' +
      'soria soriano soto sotelo sotomayor souto souza sousa stagnaro stirling suero tabarez taboada tapia tarallo techera tejada ' +
      'tejeda tejera tellez tello terra toledo tolosa tomas toro torre torrado torrente toscano tovar trias trigo trinidad ' +
      'trujillo tudela uribe ubeda ugarte ulloa umpierrez urbina uria uriarte urquiza urrutia urtubey usher vaca vaillant valdes ' +
      'valdez valdivia valdivieso valencia valente valenzuela valera valle vallejo vallejos valls valverde vaquero varas varela ' +
      'varga vasquez vasallo vazques vega veiga vela velasco velazco velasquez velazquez veliz vera verdugo vergara viana vicente ' +
      'vidal viera vieira vierci viejo vigil vila vilar vilaro vilas villa villafane villagra villagran villalba villalobos ' +
      'villanueva villar villareal villarreal villas villaverde villegas villena vinas vives vivas viveros volonte yanez yepes ' +
      'ybarra zabala zabaleta zalazar zambrano zamora zamorano zapata zarate zavala zeballos zelaya zubeldia zubiria zuniga ' +
      'zurita',
  },
  {
    language: 'pt',
    common:
      'silva santos oliveira souza sousa pereira ferreira costa rodrigues almeida nascimento alves carvalho araujo ribeiro ' +
      'fernandes gomes lima martins rocha barbosa barros dias moreira nunes goncalves lopes vieira monteiro mendes cardoso',
    other:
      'abrantes abreu afonso aguiar albuquerque alencar alvarenga alvim amado amaral amorim andrade anjos antunes aparicio ' +
      'aragao arantes arruda assis assuncao avila azevedo bandeira baptista barata barreto barroso bastos batista bento bernardes ' +
      'bezerra bittencourt borba borges botelho braga branco brandao brasil brito bruno bueno cabral caldas caldeira calixto ' +
      'camargo campos canto cardozo carneiro carmo castanho castro cavalcante cavalcanti caetano cerqueira cesar chagas chaves ' +
      'coelho conceicao cordeiro correa correia cortes coutinho couto cruz cunha damasceno dantas duarte dutra esteves evangelista ' +
      'falcao faria farias feitosa felix ferraz ferro figueira figueiredo figueredo filgueiras firmino flores fonseca fontes ' +
      'fontoura fraga franca franco frazao freire freitas furtado galvao gama gaspar godinho godoy gonzaga gouveia graca guedes ' +
      'guerra guerreiro guimaraes gusmao henriques jardim jesus jordao junqueira lacerda lago lara leal leao leitao leite lemos ' +
      'lessa lira lobo loureiro lourenco luz macedo machado maciel madeira madureira magalhaes maia malta mangueira marinho ' +
      'marques marreiros martinho mascarenhas mata matias matos mattos medeiros meira meireles melo mello mendonca menezes meneses ' +
      'mesquita miranda moniz montenegro moraes morais mota motta moura mourao muniz natividade navarro neri neves nobrega nobre ' +
      'nogueira novaes nobre oliva pacheco padilha paiva palma parente passos patricio paula paulino paz pedrosa pedroso peixoto ' +
      'penha peres pessoa pestana picanco pimenta pimentel pina pinheiro pinho pinto pires pontes portela porto portugal prado ' +
      'prates proenca quadros queiros queiroz quintana quintas rabelo ramalho ramos rangel raposo rebelo rego reis resende rezende ' +
      'rios roberto rodrigues rolim roque rosa rosario ruas sa sabino sales saldanha salgado salles salvador sampaio sanches ' +
      'santana santiago saraiva sardinha seabra sena sequeira serra serrano severo silveira simoes siqueira soares sobral sodre ' +
      'soeiro tavares teixeira teles telles tenorio toledo torres trindade uchoa valadares vale valente valentim varela vargas ' +
      'vasconcelos vasconcellos vaz veiga veloso velloso ventura viana vianna vicente vidal vilela villela xavier zanetti',
  },
  {
    language: 'en',
    common:
      'smith johnson williams brown jones miller davis wilson anderson taylor moore jackson white harris clark lewis walker hall ' +
      'young allen king wright scott green baker adams nelson hill campbell mitchell roberts carter phillips evans turner parker ' +
      'collins edwards stewart morris murphy cook rogers morgan cooper reed bell thompson robinson wood watson hughes',
    other:
      'abbott adamson adam aldridge alexander allan andrews archer armstrong arnold ashton atkins atkinson austin bailey baldwin ' +
      'ball banks barber barker barlow barnes barnett barrett barry bartlett barton bates baxter beck bennett benson bentley berry ' +
      'bird bishop black blackburn blair blake bond booth bowen bowman boyd bradley bradshaw brady brandt bray brennan brewer ' +
      'briggs brooks bruce bryant buchanan buckley bull burgess burke burns burton bush butcher butler byrne cameron cannon carlson ' +
      'carpenter carr carroll chambers chandler chapman charlton christie clarke clarkson clayton clements cole coleman collier ' +
      'connolly connor conway cooke coombs corbett cox craig crawford cross cunningham curtis dale daly daniel daniels davidson ' +
      'davies davison dawson day dean dennis dickinson dickson dixon dobson donald donaldson donnelly donovan douglas doyle drew ' +
      'duffy duncan dunn dyer eaton edmonds ellis ellison elliott emerson english erickson farrell ferguson field fields finch ' +
      'fisher fitzgerald fleming fletcher flynn forbes ford forster foster fowler fox francis franklin fraser frazer freeman french ' +
      'frost fry fuller gallagher gardiner gardner garner garrett george gibbons gibbs gibson gilbert giles gill glover godfrey ' +
      'goldberg goodman goodwin gordon gould graham grant graves gray greene greenwood greer gregory griffin griffith griffiths ' +
      'haley hale hamilton hammond hampton hancock hansen hanson harding hardy harmon harper harrington harrison hart hartley ' +
      'harvey hawkins hayes haynes heath henderson henry herbert hewitt hicks higgins hilton hobbs hodges hodgson hoffman holland ' +
      'holloway holmes holt hopkins horton houston howard howarth howe howell hudson humphrey humphreys hunt hunter hurst hutchinson ' +
      'ingram irwin jacobs james jarvis jenkins jennings jensen jordan joyce kane kaufman kay kelley kelly kemp kennedy kent kerr ' +
      'kirby kirk klein knight knowles lambert lamb lane lawrence lawson leach lee leigh leonard lester levy lindsay little lloyd ' +
      'logan long lord lowe lucas lynch lyons macdonald mackay mackenzie macleod mann manning marsh marshall martin mason matthews ' +
      'maxwell may mccarthy mcdonald mcgrath mckay mckenzie mclaughlin mclean mcmillan mead meyer meyers michael middleton miles ' +
      'mills moran morrison morton moss mullen mullins munro murray myers nash neal newell newman newton nichols nicholls nicholson ' +
      'nixon noble nolan norman norris norton obrien oconnor odonnell oliver oneill osborne owen owens page palmer park parkinson ' +
      'parks parry parsons parson patel paterson patterson patton paul payne pearce pearson perkins perry peters peterson philips ' +
      'pickering pierce piper pollard poole porter potter powell power powers pratt preston price pritchard pugh quinn ramsey ' +
      'randall ray read reeves reid reynolds rhodes rice richards richardson riley ritchie robertson robson roe rose ross rowe ' +
      'rowland russell ryan salmon sanders sanderson saunders savage schmidt schneider schultz shannon sharp sharpe shaw shepherd ' +
      'sherman short simmons simon simons simpson sims sinclair singh skinner slater sloan small smart smithson snow spencer ' +
      'stanley steele stephens stephenson stevens stevenson stokes stone stuart sullivan summers sutherland sutton swift sykes ' +
      'talbot tanner tate terry thomas thomson thornton todd tucker turnbull tyler vaughan wade wagner wallace walsh walters walter ' +
      'walton ward warner warren waters watkins watts weaver webb weber webster weeks welch wells west wheeler whitaker white ' +
      'whitehead whitehouse wilkins wilkinson willis winter wise wolfe wong woodward woods wyatt yates york youngs fernando',
  },
]
