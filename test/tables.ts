// A strict reader of CSV (RFC 4180) and a strict check of a data package: every file against its descriptor - bytes and
// hash - and every cell against its table's schema: columns, types, constraints, keys.
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The lines of a CSV file as lists of cells. @throws where it is not as RFC 4180 has it */
export function linesOf(csv: string): string[][] {
  const lines: string[][] = []
  let [line, at] = [[] as string[], 0]
  while (at < csv.length) {
    let cell = ''
    if (csv[at] === '"') {
      for (at++; ; at++) {
        const end = csv.indexOf('"', at)
        if (end === -1) throw new Error(`a quote that is not closed in line ${lines.length + 1}`)
        cell += csv.slice(at, end)
        at = end + 1
        if (csv[at] !== '"') break
        cell += '"'
      }
    } else {
      const end = csv.slice(at).search(/[,"\r\n]|$/)
      cell = csv.slice(at, at + end)
      at += end
    }
    line.push(cell)
    if (csv[at] === ',') {
      at++
      if (at === csv.length) line.push('')
    } else if (csv.startsWith('\r\n', at)) {
      at += 2
      lines.push(line)
      line = []
    } else throw new Error(`line ${lines.length + 1}: after a cell stands ${JSON.stringify(csv.slice(at, at + 10))}`)
  }
  if (line.length > 0) throw new Error('the last line does not end')
  return lines
}

/** The lines of a CSV file by their columns' names. */
export function recordsOf(csv: string): Record<string, string>[] {
  const [head = [], ...lines] = linesOf(csv)
  return lines.map((line, i) => {
    if (line.length !== head.length) throw new Error(`line ${i + 2} has ${line.length} cells, not ${head.length}`)
    return Object.fromEntries(head.map((name, at) => [name, line[at] as string]))
  })
}

const name = z.string().regex(/^[a-z][a-z0-9_]*$/)
const Field = z.strictObject({
  name,
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime']),
  description: z.string().min(10),
  constraints: z
    .strictObject({
      required: z.boolean(),
      unique: z.boolean(),
      enum: z.array(z.string()).min(1),
      pattern: z.string(),
      minimum: z.number(),
      maximum: z.number(),
    })
    .partial()
    .optional(),
})
/** What Data Package v2 asks of a descriptor, and what this one always has besides. */
const Descriptor = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  title: z.string(),
  description: z.string(),
  homepage: z.url().optional(),
  created: z.iso.datetime().optional(),
  ledger: z.strictObject({ position: z.int(), hash: z.string() }),
  sources: z
    .array(z.strictObject({ title: z.string() }))
    .min(1)
    .optional(),
  resources: z
    .array(
      z.strictObject({
        $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
        name: z.string().regex(/^[-a-z0-9._/]+$/),
        path: z.string().regex(/^[a-z-]+\.csv$/),
        type: z.literal('table'),
        title: z.string(),
        description: z.string(),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        bytes: z.int(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        dialect: z.strictObject({
          delimiter: z.literal(','),
          lineTerminator: z.literal('\r\n'),
          quoteChar: z.literal('"'),
          doubleQuote: z.literal(true),
          header: z.literal(true),
        }),
        schema: z.strictObject({
          $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
          fields: z.array(Field).min(1),
          missingValues: z.tuple([z.literal('')]),
          primaryKey: z.array(name).min(1),
          foreignKeys: z
            .array(
              z.strictObject({
                fields: z.array(name).min(1),
                reference: z.strictObject({ resource: z.string(), fields: z.array(name).min(1) }),
              }),
            )
            .optional(),
        }),
      }),
    )
    .min(1),
})

const IS: Readonly<Record<z.infer<typeof Field>['type'], (cell: string) => boolean>> = {
  string: () => true,
  integer: (cell) => /^-?\d+$/.test(cell),
  number: (cell) => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell),
  boolean: (cell) => cell === 'true' || cell === 'false',
  date: (cell) => z.iso.date().safeParse(cell).success,
  datetime: (cell) => z.iso.datetime().safeParse(cell).success,
}

function fieldProblem({ type, constraints = {} }: z.infer<typeof Field>, cell: string): string | null {
  if (cell === '') return constraints.required ? 'is missing' : null
  if (!IS[type](cell)) return `is no ${type}`
  if (constraints.enum !== undefined && !constraints.enum.includes(cell)) return 'is none of its values'
  if (constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(cell))
    return 'has not its form'
  if (constraints.minimum !== undefined && Number(cell) < constraints.minimum) return 'is below its minimum'
  if (constraints.maximum !== undefined && Number(cell) > constraints.maximum) return 'is above its maximum'
  return null
}

/** What is wrong with a data package, by its files: nothing where it is as the specification has it. */
export function problemsOf(files: ReadonlyMap<string, Buffer>): string[] {
  const parsed = Descriptor.safeParse(JSON.parse(files.get('datapackage.json')?.toString() ?? 'null'))
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const { resources } = parsed.data
  const problems: string[] = []
  const tables = new Map<string, Record<string, string>[]>()
  for (const { path, name: table, bytes, hash, schema } of resources) {
    const file = files.get(path)
    if (file === undefined) {
      problems.push(`${path} is missing`)
      continue
    }
    if (file.length !== bytes) problems.push(`${path} has ${file.length} bytes, not ${bytes}`)
    if (`sha256:${createHash('sha256').update(file).digest('hex')}` !== hash) problems.push(`${path} has another hash`)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file)
    const names = schema.fields.map((field) => field.name)
    if (linesOf(text)[0]?.join() !== names.join()) problems.push(`${path} has other columns`)
    const records = recordsOf(text)
    tables.set(table, records)
    for (const [at, record] of records.entries())
      for (const field of schema.fields) {
        const problem = fieldProblem(field, record[field.name] ?? '')
        if (problem !== null) problems.push(`${path}:${at + 2} ${field.name} “${record[field.name]}” ${problem}`)
      }
    const unique = [
      schema.primaryKey,
      ...schema.fields.flatMap((field) => (field.constraints?.unique ? [[field.name]] : [])),
    ]
    for (const key of unique) {
      const keys = records.map((record) => JSON.stringify(key.map((column) => record[column])))
      if (new Set(keys).size !== keys.length) problems.push(`${path}: ${key.join(', ')} stands twice`)
    }
  }
  for (const { path, name: table, schema } of resources)
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = new Set(
        tables.get(reference.resource)?.map((one) => JSON.stringify(reference.fields.map((c) => one[c]))),
      )
      for (const record of tables.get(table) ?? []) {
        const key = fields.map((column) => record[column])
        if (key.some((cell) => cell === '')) continue
        if (!there.has(JSON.stringify(key)))
          problems.push(`${path}: ${fields.join()} ${key.join()} is not in ${reference.resource}`)
      }
    }
  for (const file of files.keys())
    if (file !== 'datapackage.json' && !resources.some(({ path }) => path === file))
      problems.push(`${file} is not described`)
  return problems
}
