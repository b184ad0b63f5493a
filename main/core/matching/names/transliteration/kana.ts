// Rows of the syllabary in the order a, i, u, e, o; Hepburn first, then the other spelling where there is one.
const rows: readonly (readonly [string, string])[] = [
  ['アイウエオ', 'a i u e o'],
  ['カキクケコ', 'ka ki ku ke ko'],
  ['ガギグゲゴ', 'ga gi gu ge go'],
  ['サシスセソ', 'sa shi/si su se so'],
  ['ザジズゼゾ', 'za ji/zi zu ze zo'],
  ['タチツテト', 'ta chi/ti tsu/tu te to'],
  ['ダヂヅデド', 'da ji/di zu/du de do'],
  ['ナニヌネノ', 'na ni nu ne no'],
  ['ハヒフヘホ', 'ha hi fu/hu he ho'],
  ['バビブベボ', 'ba bi bu be bo'],
  ['パピプペポ', 'pa pi pu pe po'],
  ['マミムメモ', 'ma mi mu me mo'],
  ['ラリルレロ', 'ra ri ru re ro'],
  ['ヤユヨ', 'ya yu yo'],
  ['ワヲンヴ', 'wa o/wo n/m vu'],
]

const smallVowels: Readonly<Record<string, string>> = { ャ: 'a', ュ: 'u', ョ: 'o' }

/** Katakana and its Latin spellings, with the joined sounds (キョ kyo) and the long vowels, which are often not written. */
export function kanaSpellings(): Record<string, string> {
  const spellings: Record<string, string> = { ー: '- h', ッ: '-' }
  for (const [letters, latin] of rows) {
    const sounds = latin.split(' ')
    Array.from(letters).forEach((letter, i) => {
      const readings = (sounds[i] ?? '').split('/')
      spellings[letter] = readings.join(' ')
      const stems = readings
        .filter((reading) => reading.length > 1 && reading.endsWith('i'))
        .map((reading) => reading.slice(0, -1))
      for (const [small, vowel] of Object.entries(smallVowels))
        if (stems.length > 0)
          spellings[letter + small] = stems
            .flatMap((stem) => (/^(?:sh|ch|j)$/.test(stem) ? [stem + vowel] : [`${stem}y${vowel}`]))
            .join(' ')
    })
  }
  return { ...spellings, ウ: 'u -', オ: 'o -' }
}
