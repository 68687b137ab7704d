/**
 * Which language a text is in, by its script and its commonest function words: for texts that do not say.
 *
 * The words are each language's most frequent ones that are rare in the others; a text too short or too mixed to tell
 * gives null.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  cs: 'že se na je jsou by jako ale nebo podle také který která aby před když jsme byl byla',
  da: 'og det at en af til der ikke har med som på den er for de blev efter han også',
  de: 'der die und das den von mit ist nicht auf dem ein eine auch sich des für als sie wird nach bei hat',
  en: 'the of and to in that is was for on with as by at from said has have it not his were are will which',
  es: 'de la que el en y los del las por con una para se su al es como más pero según',
  fi: 'ja on ei että se hän oli mutta myös kun ovat joka mukaan sekä ollut hänen vuonna',
  fr: 'de la le et les des en du un une que est pour dans qui par sur pas au plus selon avec ce',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga telah adalah oleh kepada',
  it: 'di che il la e in un per del non una è con della sono si da dei come anche gli nel',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er door ook bij naar maar heeft',
  no: 'og det i at en på til som er for av ikke med har de han den ble var etter også fra',
  pl: 'w i na z że się nie do jest o to jak po przez oraz dla jego które który od ale także',
  pt: 'de que o a e do da em um para com não uma os no se na por mais as dos foi ao são segundo',
  ro: 'și de în a la cu pe care nu este din pentru o un mai au fost că să prin',
  sv: 'och att det i på som en är av för med till den har de inte om ett från men var efter',
  tr: 've bir bu için da de ile olarak olan çok daha gibi kadar sonra ancak ise etti',
  vi: 'của và là các được trong có không cho người một đã với những này khi tại từ',
}
const LANGUAGES_OF = new Map<string, string[]>()
for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
}
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\uac00-\ud7a3]/g, 'ko'],
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[іїєґІЇЄҐ]/g, 'uk'],
  [/[\u0400-\u04ff]/g, 'ru'],
]
/** This many characters tell. */
const SAMPLE = 4000

/** The BCP 47 primary tag of the language `text` is written in, or null where it cannot be told. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 20) return null
  for (const [script, language] of SCRIPTS) {
    const count = sample.match(script)?.length ?? 0
    // Japanese mixes kana with Chinese characters, Ukrainian shares most letters with Russian: a tenth of theirs is enough.
    if (count > letters * (language === 'ja' || language === 'zh' ? 0.1 : language === 'uk' ? 0.03 : 0.3))
      return language
  }
  const score = new Map<string, number>()
  let words = 0
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    words++
    const languages = LANGUAGES_OF.get(word)
    for (const language of languages ?? [])
      score.set(language, (score.get(language) ?? 0) + 1 / (languages?.length ?? 1))
  }
  const [first, second] = [...score].sort((a, b) => b[1] - a[1])
  return first && first[1] >= Math.max(2, words * 0.06) && first[1] > (second?.[1] ?? 0) * 1.25 ? first[0] : null
}
