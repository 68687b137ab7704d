/**
 * Pointers to other articles: labelled lines within the body, cards around it.
 */

/** Words that introduce a pointer, in the languages read most; a line begins with one, then a colon, bar or link. */
const LABELS = [
  'also read',
  'also see',
  'baca juga',
  'czytaj także',
  'czytaj też',
  'czytaj więcej',
  'read',
  'read also',
  'read in full',
  'read more',
  'read next',
  'related',
  'related article',
  'related articles',
  'related stories',
  'related story',
  'see also',
  'watch',
  'watch also',
  'listen',
  'more',
  'more on this story',
  'further reading',
  'go deeper',
  'explainer',
  "don't miss",
  'opinion',
  'editorial',
  'must read',
  'trending',
  'recommended',
  'full story',
  'in pictures',
  'live updates',
  'auch interessant',
  'lesen sie auch',
  'lesen sie hier',
  'lesen sie mehr',
  'lesen sie dazu',
  'lesen sie dazu auch',
  'mehr zum thema',
  'mehr dazu',
  'passend dazu',
  'lesetipp',
  'siehe auch',
  'weiterlesen',
  'à lire',
  'à lire aussi',
  'a lire aussi',
  'lire aussi',
  'lire',
  'voir aussi',
  'à voir aussi',
  'sur le même sujet',
  'lea también',
  'lee también',
  'leer también',
  'leer más',
  'le puede interesar',
  'te puede interesar',
  'más información',
  'vea también',
  'lea aquí',
  'leia mais',
  'leia também',
  'veja também',
  'saiba mais',
  'leggi anche',
  'approfondisci',
  'guarda anche',
  'les også',
  'les mer',
  'læs også',
  'läs också',
  'läs mer',
  'lees ook',
  'lees meer',
  'lue myös',
  'ayrıca',
  'xem thêm',
  'đọc thêm',
  'czytaj',
  'читайте также',
  'читайте також',
  'читати також',
  'смотрите также',
  '関連記事',
  'あわせて読みたい',
  '관련기사',
]
const LABEL_SET = new Set(LABELS)
const LABELLED = /^[\s>»►▶•■*[(]*([\p{L}'’ ]{2,24}?)\s?(?:[:：|»>–—-]+|\s{2,}|(?=[‘“"«]))\s{0,2}(.{8,300}?)[\])]?$/su

export interface RelatedLine {
  readonly label: string
  readonly title: string
}

/**
 * Reads `READ: 'Several hundred' casualties ...`; null for a line that is no pointer.
 * @param linked whether most of the line is a link; without one the label must be in capitals or be followed by a colon
 * and be plain about it (`READ`, `ALSO READ`, `Lesen Sie auch`), since "More:" and "Opinion:" open ordinary sentences too
 */
export function relatedLine(text: string, linked: boolean): RelatedLine | null {
  const match = LABELLED.exec(text)
  if (match?.[1] && match[2]) {
    const label = match[1].trim()
    const known = LABEL_SET.has(label.toLowerCase().replaceAll('’', "'"))
    const plainly = /\s/.test(label) || label === label.toUpperCase()
    if (known && (linked || (plainly && !/^(?:MORE|OPINION|TRENDING|EDITORIAL)$/.test(label))))
      return { label, title: match[2].trim() }
  }
  if (!linked) return null
  const lower = text.toLowerCase().replaceAll('’', "'")
  const label = LABELS.filter((candidate) => lower.startsWith(`${candidate} `)).sort((a, b) => b.length - a.length)[0]
  return label?.includes(' ') ? { label: text.slice(0, label.length), title: text.slice(label.length).trim() } : null
}

/** Whether a run is only a label that says that pointers follow. */
export function isRelatedLabel(text: string): boolean {
  return (
    text.length < 60 &&
    LABEL_SET.has(
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .replace(/[\s:：»>]+$/u, ''),
    )
  )
}
