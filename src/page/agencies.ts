/**
 * News agencies whose copy other outlets print: the name used in English, and the ways pages write it.
 *
 * Sorted by name. Sources: the member lists of EANA and OANA, and the agencies' own style for their credit.
 */
const AGENCIES: readonly (readonly [name: string, ...written: string[]])[] = [
  ['AAP', 'Australian Associated Press'],
  ['Adnkronos'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse', 'ＡＦＰ'],
  ['AGI', 'Agenzia Italia'],
  ['Anadolu', 'Anadolu Agency', 'Anadolu Ajansı', 'Anadolu News Agency', 'AA'],
  ['ANI', 'Asian News International'],
  ['ANP', 'Algemeen Nederlands Persbureau'],
  ['ANSA'],
  ['Antara', 'ANTARA News'],
  ['AP', 'Associated Press', 'The Associated Press', 'A.P.', 'ＡＰ'],
  ['APA', 'Austria Presse Agentur'],
  ['Belga'],
  ['Bernama'],
  ['Bloomberg', 'Bloomberg News'],
  ['BNS', 'Baltic News Service'],
  ['Canadian Press', 'The Canadian Press'],
  ['CNA', 'Central News Agency'],
  ['CNN Wire', 'CNN Newsource', 'The-CNN-Wire'],
  ['ČTK', 'CTK', 'Czech News Agency'],
  ['dpa', 'Deutsche Presse-Agentur', 'DPA', 'dpa-AFX', 'dpa-tmn', 'lni', 'lhe', 'lby', 'lnw', 'lno'],
  ['EFE', 'Agencia EFE'],
  ['epd', 'Evangelischer Pressedienst'],
  ['Europa Press'],
  ['IANS', 'Indo-Asian News Service'],
  ['Interfax', 'Interfax-Ukraine'],
  ['IRNA'],
  ['Jiji', 'Jiji Press', '時事', '時事通信'],
  ['Keystone-SDA', 'SDA', 'Keystone-ATS', 'ATS'],
  ['KNA', 'Katholische Nachrichten-Agentur'],
  ['Kyodo', 'Kyodo News', '共同', '共同通信'],
  ['LUSA'],
  ['MTI'],
  ['News1', '뉴스1'],
  ['Newsis', '뉴시스'],
  ['NTB'],
  ['PA', 'PA Media', 'Press Association', 'PA News Agency'],
  ['PAP', 'Polska Agencja Prasowa'],
  ['PTI', 'Press Trust of India'],
  ['Reuters', 'Thomson Reuters', 'ロイター', '로이터'],
  ['RIA Novosti', 'RIA'],
  ['Ritzau'],
  ['SID', 'Sport-Informations-Dienst'],
  ['STT'],
  ['TASS', 'ITAR-TASS', 'ТАСС'],
  ['TT'],
  ['Ukrinform'],
  ['UNI', 'United News of India'],
  ['UPI', 'United Press International'],
  ['VNA', 'Vietnam News Agency', 'TTXVN'],
  ['Xinhua', 'Xinhua News Agency', '新华社', '新華社'],
  ['Yonhap', 'Yonhap News Agency', 'Yonhap News', '연합뉴스', '聯合', '連合'],
]

const BY_WRITTEN = new Map<string, string>()
for (const [name, ...written] of AGENCIES)
  for (const form of [name, ...written]) BY_WRITTEN.set(form.toLowerCase(), name)

/** Every way of writing an agency's name. */
export const AGENCY_FORMS: readonly string[] = AGENCIES.flat()

/** The agency that `text` is the name of, or null. Case matters only for the forms of two or three letters. */
export function agencyNamed(text: string): string | null {
  const form = text.trim().replace(/^the\s+(?=associated|canadian)/i, '')
  const name = BY_WRITTEN.get(form.toLowerCase()) ?? null
  if (name === null || form.length > 4 || /[\u3040-\u9fff\uac00-\ud7af]/.test(form)) return name
  return /^[\p{Lu}.Ａ-Ｚ]+$|^dpa$|^epd$|^lni$|^[\p{L}]{4}$/u.test(form) ? name : null
}

/** All agencies named in a short text, in order: "Reuters/AP", "mit Material von dpa und AFP". */
export function agenciesIn(text: string): string[] {
  const found: string[] = []
  const add = (name: string | null): void => {
    if (name !== null && !found.includes(name)) found.push(name)
  }
  const whole = agencyNamed(text)
  if (whole) return [whole]
  for (const part of text.split(/[/,;&()[\]|·:–—・=＝]|\s(?:and|und|et|y|e|og|och|i)\s|\s-\s|-(?=[A-Z])/u)) {
    const direct = agencyNamed(part.trim())
    if (direct) add(direct)
    else if (part.trim().length < 120) {
      const words = part.trim().split(/\s+/)
      for (let i = 0; i < words.length; i++) {
        for (let n = Math.min(4, words.length - i); n > 0; n--) {
          const name = agencyNamed(
            words
              .slice(i, i + n)
              .join(' ')
              .replace(/[.,'’]s?$/, ''),
          )
          if (name) {
            add(name)
            i += n - 1
            break
          }
        }
      }
    }
  }
  return found
}
