/**
 * `hearsay.config.json`: which rules weigh how much, and how many warnings are too many. It is looked for beside the draft
 * and in the folders above it; what the command line says wins.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { SEVERITIES, type Severity } from '../../stories/check/index.ts'
import { isRule, nearest, noRule } from './ids.ts'

const CONFIG_NAME = 'hearsay.config.json'

const Config = z.strictObject({
  $schema: z.string().optional(),
  rules: z.record(z.string(), z.enum(SEVERITIES)).default({}),
  maxWarnings: z.int().min(0).optional(),
  docs: z.url({ protocol: /^https?$/ }).optional(),
  // How pages are gathered; read by src/cli/settings.ts.
  gather: z.unknown().optional(),
})
/** What the keys must hold, in words. */
const WANTED: Readonly<Record<string, string>> = {
  $schema: 'it must be the address of a schema',
  docs: 'it must be an address that begins with http:// or https://',
  maxWarnings: 'it must be a whole number, 0 or more; leave it out to allow any number of warnings',
  rules: `it must be an object of rules and severities, such as { "bare-figure": "off" }`,
}
const KEYS = Object.keys(Config.shape)

/** What was set for a draft. */
export interface Settings {
  readonly rules: Readonly<Record<string, Severity>>
  readonly maxWarnings: number | null
  /** Where a newsroom has the rules' pages: an address that a rule's id and .md are put after. */
  readonly docs: string | null
}

export const NO_SETTINGS: Settings = { rules: {}, maxWarnings: null, docs: null }

/** A config file, or a --rule, that cannot be followed. The message names the file and the key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * The settings of a config file.
 * @throws {ConfigError} with everything that is wrong with it
 */
function settingsIn(file: string): Settings {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new ConfigError(`${file}: ${code === undefined ? `not JSON: ${message}` : unreadable(code)}`)
  }
  const parsed = Config.safeParse(value)
  const wrong = parsed.success ? [] : parsed.error.issues.flatMap((issue) => complaints(issue, value))
  // What the schema leaves out, as it does `__proto__`, is told as well.
  const unknown = parsed.success ? rulesNamed(value).filter((id) => !isRule(id)) : []
  const all = [...wrong, ...unknown.map((id) => `rules.${id}: ${noRule(id)}`)]
  if (!parsed.success || all.length > 0) throw new ConfigError(all.map((one) => `${file}: ${one}`).join('\n'))
  const { rules, maxWarnings = null, docs = null } = parsed.data
  return { rules, maxWarnings, docs }
}

/** Why a file could not be read, and what to do. */
function unreadable(code: string): string {
  if (code === 'ENOENT') return 'there is no such file; give one with --config, or leave --config out'
  if (code === 'EACCES') return 'it may not be read; give yourself the right to, or leave it out with --no-config'
  if (code === 'EISDIR') return `it is a folder; give the file in it, such as ${CONFIG_NAME}`
  return `it could not be read (${code}); --no-config does without it`
}

/** The names under `rules` as the file has them. */
const rulesNamed = (value: unknown): string[] => {
  const rules = value !== null && typeof value === 'object' && 'rules' in value ? value.rules : null
  return rules !== null && typeof rules === 'object' ? Object.keys(rules) : []
}

function complaints(issue: z.core.$ZodIssue, value: unknown): string[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const meant = nearest(key, KEYS)
      return `${key}: there is no such key${meant === null ? `; known are ${KEYS.slice(1).join(', ')}` : `; did you mean "${meant}"?`}`
    })
  let given = value
  for (const key of issue.path) given = (given as Record<PropertyKey, unknown> | null)?.[key]
  const wanted =
    issue.code === 'invalid_value'
      ? `it must be one of ${issue.values.join(', ')}`
      : (WANTED[path] ?? issue.message.replace(/^Invalid input: /, ''))
  return [`${path === '' ? 'the file' : path}: ${wanted}; it is ${JSON.stringify(given)?.slice(0, 60) ?? 'missing'}`]
}

/** Finds and reads the config of drafts, each file once. */
export function configFinder(given: string | null): (draft: string) => Settings {
  if (given !== null) {
    const settings = settingsIn(given)
    return () => settings
  }
  const found = new Map<string, Settings>()
  const of = (folder: string): Settings => {
    const known = found.get(folder)
    if (known !== undefined) return known
    const file = join(folder, CONFIG_NAME)
    const above = dirname(folder)
    const settings = isThere(file) ? settingsIn(file) : above === folder ? NO_SETTINGS : of(above)
    found.set(folder, settings)
    return settings
  }
  return (draft) => of(dirname(resolve(draft)))
}

function isThere(file: string): boolean {
  try {
    readFileSync(file)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

/**
 * `id=severity`, as --rule takes it.
 * @throws {ConfigError} where it is not that
 */
export function ruleGiven(words: string): readonly [string, Severity] {
  const [id = '', severity = ''] = words.split('=', 2)
  if (!isRule(id)) throw new ConfigError(`--rule ${words}: ${noRule(id)}`)
  const known = SEVERITIES.find((one) => one === severity)
  if (known === undefined)
    throw new ConfigError(`--rule ${words}: the severity must be one of ${SEVERITIES.join(', ')}`)
  return [id, known]
}
