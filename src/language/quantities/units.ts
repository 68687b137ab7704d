/**
 * Units of measure: length, area, volume, weight, speed, information, angle. Made from the SI prefixes and the customary
 * units; the names are those of microsoft/Recognizers-Text (MIT), so that its cases can be compared.
 */

type UnitKind = 'length' | 'area' | 'volume' | 'weight' | 'speed' | 'information' | 'angle'

export interface Unit {
  /** Its name in English, singular: `Kilometer`, `Square meter`. */
  readonly name: string
  readonly kind: UnitKind
}

interface Named {
  readonly name: string
  readonly words: readonly string[]
}

const PREFIXES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['kilo', 'k'],
  ['hecto', 'h'],
  ['deca', 'da'],
  ['deci', 'd'],
  ['centi', 'c'],
  ['milli', 'm'],
  ['micro', 'μ'],
  ['nano', 'n'],
  ['pico', 'p'],
]

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The prefixed forms of an SI unit; `stems` are its spellings, singular. */
function prefixed(name: string, stems: readonly string[], letter: string): Named[] {
  return PREFIXES.map(([prefix, short]) => ({
    name: capital(prefix + name),
    words: [...stems.flatMap((stem) => [`${prefix}${stem}`, `${prefix}${stem}s`]), `${short}${letter}`],
  }))
}

const METRES = prefixed('meter', ['meter', 'metre'], 'm')
const LENGTHS: readonly Named[] = [
  ...METRES,
  { name: 'Mile', words: ['mile', 'miles', 'mi'] },
  { name: 'Nautical mile', words: ['nautical mile', 'nautical miles', 'nmi'] },
  { name: 'Yard', words: ['yard', 'yards', 'yd', 'yds'] },
  { name: 'Foot', words: ['foot', 'feet', 'ft'] },
  { name: 'Inch', words: ['inch', 'inches', '"', '″'] },
  { name: 'Light year', words: ['light year', 'light years'] },
  { name: 'Pt', words: ['pt', 'pts'] },
]
const AREAS: readonly Named[] = [
  { name: 'Acre', words: ['acre', 'acres'] },
  { name: 'Hectare', words: ['hectare', 'hectares', 'ha'] },
]
const WEIGHTS: readonly Named[] = [
  ...prefixed('gram', ['gram', 'gramme'], 'g'),
  { name: 'Kilogram', words: ['kilo', 'kilos', 'kgs'] },
  { name: 'Gram', words: ['gm'] },
  { name: 'Microgram', words: ['mcg', 'µg'] },
  { name: 'Metric ton', words: ['metric ton', 'metric tons', 'metric tonne', 'metric tonnes'] },
  { name: 'Ton', words: ['ton', 'tons', 'tonne', 'tonnes', 't'] },
  { name: 'Kiloton', words: ['kiloton', 'kilotons', 'kilotonne', 'kilotonnes'] },
  { name: 'Pound', words: ['pound', 'pounds', 'lb', 'lbs'] },
  { name: 'Ounce', words: ['ounce', 'ounces', 'oz'] },
  { name: 'Grain', words: ['grain', 'grains'] },
  { name: 'Pennyweight', words: ['pennyweight'] },
  { name: 'Stone', words: ['stone'] },
  { name: 'Dram', words: ['dram', 'drams', 'drachm', 'drachma'] },
]
const VOLUMES: readonly Named[] = [
  ...prefixed('liter', ['liter', 'litre'], 'l'),
  { name: 'Milliliter', words: ['mls', 'cc'] },
  { name: 'Barrel', words: ['barrel', 'barrels', 'bbl'] },
  { name: 'Bushel', words: ['bushel', 'bushels'] },
  { name: 'Cord', words: ['cord', 'cords'] },
  { name: 'Cup', words: ['cup', 'cups'] },
  { name: 'Fluid ounce', words: ['fluid ounce', 'fluid ounces', 'fl oz'] },
  { name: 'Gallon', words: ['gallon', 'gallons', 'gal'] },
  { name: 'Gill', words: ['gill', 'gills'] },
  { name: 'Hogshead', words: ['hogshead'] },
  { name: 'Peck', words: ['peck', 'pecks'] },
  { name: 'Pinch', words: ['pinch', 'pinches'] },
  { name: 'Pint', words: ['pint', 'pints'] },
  { name: 'Quart', words: ['quart', 'quarts'] },
  { name: 'Tablespoon', words: ['tablespoon', 'tablespoons', 'tablespoonful', 'tbsp', 'tbs'] },
  { name: 'Teaspoon', words: ['teaspoon', 'teaspoons', 'teaspoonful', 'tsp'] },
]
const ANGLES: readonly Named[] = [
  { name: 'Degree', words: ['degree', 'degrees', 'deg', '°'] },
  { name: 'Radian', words: ['radian', 'radians', 'rad'] },
  { name: 'Turn', words: ['turn', 'turns'] },
]
const SPEEDS: readonly Named[] = [
  { name: 'Kilometer per hour', words: ['kph', 'kmph'] },
  { name: 'Mile per hour', words: ['mph'] },
  { name: 'Foot per second', words: ['fps'] },
  { name: 'Knot', words: ['knot', 'knots', 'kt', 'kn'] },
]
const TIMES: readonly Named[] = [
  { name: 'hour', words: ['per hour', 'an hour', 'per hr', '/ hour', '/ h', '/ hr'] },
  { name: 'minute', words: ['per minute', 'a minute', 'per min', '/ minute', '/ min'] },
  { name: 'second', words: ['per second', 'a second', 'per sec', '/ second', '/ s', '/ sec'] },
  { name: 'millisecond', words: ['per millisecond', '/ millisecond', '/ ms'] },
]
const BYTES = ['', 'kilo', 'mega', 'giga', 'tera', 'peta']

const named = (kind: UnitKind, rows: readonly Named[]): [string, Unit][] =>
  rows.flatMap(({ name, words }) => words.map((word) => [word, { name, kind }] as [string, Unit]))

/** Every way of writing a unit, in lower case. */
export const UNIT_WORDS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...named(
    'speed',
    LENGTHS.flatMap(({ name, words }) =>
      TIMES.map((time) => ({
        name: `${name} per ${time.name}`,
        words: words.flatMap((word) => time.words.map((by) => `${word} ${by}`)),
      })),
    ),
  ),
  ...named('speed', SPEEDS),
  ...named(
    'area',
    LENGTHS.map(({ name, words }) => ({
      name: `Square ${name.toLowerCase()}`,
      words: words.flatMap((word) => [
        `square ${word}`,
        `sq ${word}`,
        `sq. ${word}`,
        `${word}2`,
        `${word}²`,
        `${word}^2`,
      ]),
    })),
  ),
  ...named('area', AREAS),
  ...named(
    'volume',
    LENGTHS.map(({ name, words }) => ({
      name: `Cubic ${name.toLowerCase()}`,
      words: words.flatMap((word) => [
        `cubic ${word}`,
        `cu ${word}`,
        `cu. ${word}`,
        `${word}3`,
        `${word}³`,
        `${word}^3`,
      ]),
    })),
  ),
  ...named('area', [{ name: 'Square inch', words: ['sq in'] }]),
  ...named('volume', VOLUMES),
  ...named('weight', WEIGHTS),
  ...named('length', LENGTHS),
  ...named('angle', ANGLES),
  ...named(
    'information',
    BYTES.flatMap((prefix) => [
      {
        name: capital(`${prefix}bit`),
        words: [`${prefix}bit`, `${prefix}bits`, ...(prefix ? [`${prefix.charAt(0)}b`, `${prefix.charAt(0)}bit`] : [])],
      },
      {
        name: capital(`${prefix}byte`),
        words: [`${prefix}byte`, `${prefix}bytes`, ...(prefix ? [`${prefix.charAt(0)}byte`] : [])],
      },
    ]),
  ),
])

/** Short forms whose case tells the unit: MB is a megabyte, mb a megabit. */
export const CASED_UNITS: ReadonlyMap<string, Unit> = new Map(
  BYTES.slice(1).flatMap((prefix) =>
    [`${prefix.charAt(0).toUpperCase()}B`, `${prefix.charAt(0)}B`].map(
      (short) => [short, { name: capital(`${prefix}byte`), kind: 'information' }] as [string, Unit],
    ),
  ),
)

/** A larger unit and the smaller one that may follow it, with how many make one: 5 feet 2 inches. */
export const SUBDIVISIONS: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['Foot', ['Inch', 12]],
  ['Pound', ['Ounce', 16]],
  ['Stone', ['Pound', 14]],
])

/** Units whose words are more often something else: read only after a number. */
export const UNITS_WITH_NUMBER: ReadonlySet<string> = new Set(
  `barrel barrels bit bits byte bytes cord cords cup cups degree degrees dram drams drachm drachma feet foot gal gill gills
  grain grains inch inches knot knots mile miles peck pecks pinch pinches pint pints pound pounds quart quarts stone ton tons
  turn turns yard yards yds pts fps rad deg acre acres mls nmi`.split(/\s+/),
)
