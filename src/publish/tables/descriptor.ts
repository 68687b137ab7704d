/**
 * `datapackage.json`: what a folder of tables holds, for programs and people (Data Package v2,
 * https://datapackage.org/standard/data-package/).
 */
import type { Position } from '../../ledger/position.ts'
import type { FieldSchema } from './table.ts'

/** A file of the package, as it was written. */
export interface Resource {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly fields: readonly FieldSchema[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys?: readonly unknown[]
  /** Its size in bytes, and their SHA-256 in hexadecimal. */
  readonly bytes: number
  readonly sha256: string
}

/** What is told of the package as a whole. */
export interface Packaged {
  /** What was chosen, in a few words: `story 12`; null for all. */
  readonly of: string | null
  readonly position: Position
  /** The site's own address; null where it has none. */
  readonly address: string | null
  /** Characters of each article's claims that are given; null for all. */
  readonly excerpt: number | null
  readonly outlets: readonly string[]
}

const LICENCE =
  'No licence is given here: the words quoted are those of the publishers named in sources, given as short excerpts with where they stand. Numbers, names and days may be used freely where the law sees them as facts.'
const FORMULAS =
  'Words that a spreadsheet would take for a formula have an apostrophe before them: take one away where an apostrophe stands before white space, quotation marks and one of = + - @, and the words are as they were. Columns of numbers and days never have it.'
const READING =
  'A machine read this; confidence says how often readings like it are right. Sourcing is told, never truth. Origins are counted, not outlets, and of two origins independence is not established. Empty: not known.'

/** The descriptor, as the bytes of its file. */
export function descriptorOf(resources: readonly Resource[], told: Packaged): Uint8Array {
  const { of, position, address, excerpt, outlets } = told
  const cut =
    excerpt === null
      ? []
      : [`Of the claims of each article ${excerpt} characters are given in all; an ellipsis tells that there is more.`]
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name:
      of === null
        ? 'hearsay'
        : `hearsay-${of
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .slice(0, 80)}`.replace(/-$/, ''),
    title: of === null ? 'Claims of a Hearsay ledger' : `Claims of a Hearsay ledger: ${of}`,
    description: [READING, ...cut, FORMULAS, LICENCE].join('\n\n'),
    ...(address === null ? {} : { homepage: address }),
    ...(position.seq === 0 ? {} : { created: position.at }),
    ledger: { position: position.seq, hash: position.hash },
    ...(outlets.length === 0 ? {} : { sources: outlets.map((title) => ({ title })) }),
    resources: resources.map(({ name, title, description, fields, primaryKey, foreignKeys, bytes, sha256 }) => ({
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name,
      path: `${name}.csv`,
      type: 'table',
      title,
      description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields,
        missingValues: [''],
        primaryKey,
        ...(foreignKeys === undefined ? {} : { foreignKeys }),
      },
    })),
  }
  return Buffer.from(`${JSON.stringify(descriptor, null, 2)}\n`)
}
