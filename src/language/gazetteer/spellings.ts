/**
 * Forenames that are one name in several languages or transliterations and sound too unlike for a rule: the Ukrainian,
 * Russian and Belarusian forms of a name, and the usual ways of writing Muhammad. The first of each line stands for all;
 * lower case, lines sorted by it.
 */
const SPELLINGS = `
  aleksandr alexander alexandr aleksander oleksandr olexandr aliaksandr
  aleksei aleksey alexei alexey oleksii oleksiy oleksij aliaksei
  artem artyom
  denis denys
  dmitry dmitri dmitrii dmitriy dmytro
  ekaterina katerina kateryna yekaterina
  elena olena yelena
  evgeny evgeni evgeniy yevgeni yevgeny yevgeniy yevhen yevhenii
  hryhorii grigori grigory
  igor ihor
  irina iryna
  kirill kyrylo
  maksim maksym maxim
  mikhail mykhailo mikhailo
  muhammad mohamad mohamed mohammad mohammed muhammed
  nikolai mykola nikolay
  oleg oleh
  pavel pavlo
  pyotr petr petro piotr
  sergei serhii sergey sergii serhiy siarhei
  tatiana tatyana tetiana tetyana
  vasily vasiliy vasyl
  vladimir uladzimir volodymyr volodimir wladimir
  vyacheslav viacheslav
  yuri yurii yuriy yury
`

const FIRST: ReadonlyMap<string, string> = new Map(
  SPELLINGS.trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.trim().split(' ')
      return [first, ...others].map((form) => [form, first] as const)
    }),
)

/** The form that stands for a forename, in lower case; null for one that has no such forms. */
export const commonSpelling = (forename: string): string | null => FIRST.get(forename) ?? null
