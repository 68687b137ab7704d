// The client's types, written from the OpenAPI document: an interface for each schema that has a name, and the paths in the
// shape that openapi-fetch asks by. Only what the document has is known here: objects, lists, choices, pointers.
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
  readonly description?: string
}

interface Media {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>
}

interface Operation {
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Media
  readonly responses: Readonly<Record<string, Partial<Media>>>
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const pointed = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name))

const comment = (words: string | undefined, indent: string): string =>
  words === undefined ? '' : `${indent}/** ${words.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */\n`

const list = (type: string): string => (/[|&\s]/.test(type) && !type.startsWith('{') ? `(${type})[]` : `${type}[]`)

function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref !== undefined) return pointed(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choices.map((one) => typeOf(one, indent)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return list(typeOf(schema.items ?? {}, indent))
    case 'object':
      return objectOf(schema, indent)
    default:
      return 'unknown'
  }
}

function objectOf({ properties, required = [], additionalProperties, propertyNames }: Schema, indent: string): string {
  if (properties === undefined) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown'
    return propertyNames?.enum === undefined
      ? `Record<string, ${value}>`
      : `Partial<Record<${typeOf(propertyNames, indent)}, ${value}>>`
  }
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, one]) =>
      `${comment(one.description, inner)}${inner}${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one, inner)}\n`,
  )
  return `{\n${lines.join('')}${indent}}`
}

const INNER = '      '

function parametersOf(parameters: readonly Parameter[]): string {
  const of = (where: 'path' | 'query') => {
    const own = parameters.filter((one) => one.in === where)
    if (own.length === 0) return ''
    const properties = Object.fromEntries(
      own.map(({ name, schema, description }) => [name, { ...schema, ...(description ? { description } : {}) }]),
    )
    const required = own.flatMap(({ name, required: isRequired }) => (isRequired ? [name] : []))
    return `${INNER}  ${where}${required.length === 0 ? '?' : ''}: ${typeOf({ type: 'object', properties, required }, `${INNER}  `)}\n`
  }
  return `${INNER}parameters: {\n${of('path')}${of('query')}${INNER}}\n`
}

const jsonOf = (media: Partial<Media>): Schema | undefined => media.content?.['application/json']?.schema

function operationOf(method: string, { summary, parameters, requestBody, responses }: Operation): string {
  const body = requestBody === undefined ? undefined : jsonOf(requestBody)
  const answers = Object.entries(responses).flatMap(([status, media]) => {
    const schema = jsonOf(media)
    return schema === undefined
      ? []
      : [`${INNER}  ${status}: { content: { 'application/json': ${typeOf(schema, `${INNER}  `)} } }\n`]
  })
  const asked =
    body === undefined ? '' : `${INNER}requestBody: { content: { 'application/json': ${typeOf(body, INNER)} } }\n`
  return `${comment(summary, '    ')}    ${method}: {\n${parametersOf(parameters)}${asked}${INNER}responses: {\n${answers.join('')}${INNER}}\n    }\n`
}

/** The text of `src/client/api.ts`. */
export function clientTypes(document: unknown): string {
  const { paths, components } = document as OpenApi
  const schemas = Object.entries(components.schemas).map(([name, schema]) => {
    const type = typeOf(schema, '')
    const isObject = schema.type === 'object' && schema.properties !== undefined
    return `${comment(schema.description, '')}${isObject ? `export interface ${name} ${type}` : `export type ${name} = ${type}`}\n`
  })
  const own = Object.entries(paths).map(
    ([path, operations]) =>
      `  ${JSON.stringify(path)}: {\n${Object.entries(operations)
        .map(([method, operation]) => operationOf(method, operation))
        .join('')}  }\n`,
  )
  return `// Written from the API's OpenAPI document by npm run client:types; a test holds it to that.\n\n${schemas.join('\n')}\n/** What can be asked, by path and method. */\nexport interface Paths {\n${own.join('')}}\n`
}
