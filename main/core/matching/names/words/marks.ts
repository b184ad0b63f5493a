/** Titles and forms of address: nothing about who it is. */
export const titles =
  'hno hna sor fray pbro rvdo rvda sr sra srta sres don dona dr dra drs prof profa profra ing agr lic licda licdo arq esc escr cr cra cdor cdra abog mag mgr mgtr tec ' +
  'psic bach mtro mtra senor senora senorita senhor senhora exmo exma ilmo mr mrs ms miss mister mstr mx sir rev ' +
  'reverend fr hon capt maj sgt esq phd md mba bsc msc cpa dds jd herr frau frl fraulein hr hrn fam dipl dipling ddr mag dkfm ra stb ' +
  'monsieur madame mademoiselle mme mlle mm me maitre docteur sig sigra signor signora signorina dott dottssa dottoressa avv rag geom ' +
  'arch pan pani panowie dhr mevr mw mevrouw ir drs mevr dhr fru froken kyrios kyria gospodin gospozha ' +
  'shri smt freiherr freifrau med eheleute'

/** Which of two people of one name: father, son, grandson. Never left out. */
export const generations: Readonly<Record<string, string>> = {
  jr: 'son',
  jnr: 'son',
  junior: 'son',
  hijo: 'son',
  hija: 'son',
  nieta: 'grandson',
  sobrino: 'nephew',
  madre: 'father',
  '2nd': 'second',
  '2do': 'second',
  '3rd': 'third',
  '3ro': 'third',
  filho: 'son',
  jun: 'son',
  sen: 'father',
  sr: 'father',
  snr: 'father',
  senior: 'father',
  padre: 'father',
  ii: 'second',
  iii: 'third',
  iv: 'fourth',
  neto: 'grandson',
  nieto: 'grandson',
  sobrinho: 'nephew',
  vda: 'widow',
  viuda: 'widow',
  vve: 'widow',
  veuve: 'widow',
  witwe: 'widow',
  suc: 'estate',
  sucesion: 'estate',
  sucesores: 'estate',
  herederos: 'estate',
  espolio: 'estate',
  erben: 'estate',
  erbengemeinschaft: 'estate',
}

/** Words that join the parts of a name. */
export const particles =
  'de del la las el los lo da das do dos di du des d dal dalla dall dalle dallo della dello dell delle degli dei le les l au aux van von ' +
  'vom zu zum zur den der ter ten te ver bin binti bint ibn ben al ul abu y e i en et und and og och ja o u na of the ' +
  'por para per pour fur fuer for os um uno una il gli ze we oraz ve'

/** Particles that two people share an account by. */
export const joiners = 'y e o yo and und et og och oder ou or i oraz ve'
