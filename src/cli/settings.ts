/**
 * How pages are gathered, as `hearsay.config.json` and the environment say it: the file is looked for in the folder that
 * one is in and in those above, and the environment wins.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_SETTINGS, type GatherSettings } from '../gather/fetch/settings.ts'
import { InputError } from './input.ts'

const CONFIG_NAME = 'hearsay.config.json'

const count = z.int().min(0)
const Gather = z.strictObject({
  contact: z.string().optional(),
  hosts: z.array(z.string()).optional(),
  gapMs: count.optional(),
  maxCrawlDelayMs: count.optional(),
  maxWaitMs: count.optional(),
  retries: count.optional(),
  maxRedirects: count.optional(),
  limits: z
    .strictObject({
      headersMs: count.optional(),
      totalMs: count.optional(),
      receivedBytes: count.optional(),
      bytes: count.optional(),
    })
    .optional(),
})

/** What is set of an object, without what is undefined. */
const set = <Of extends object>(values: Of): { [Key in keyof Of]: Exclude<Of[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

/**
 * The settings for gathering.
 * @throws {InputError} where the file cannot be followed
 */
export function gatherSettings(folder = process.cwd(), environment = process.env): GatherSettings {
  const { limits = {}, ...said } = configured(folder)
  const hosts = environment.HEARSAY_HOSTS?.split(/[\s,]+/).filter((host) => host !== '')
  return {
    ...DEFAULT_SETTINGS,
    ...set(said),
    ...(environment.HEARSAY_CONTACT ? { contact: environment.HEARSAY_CONTACT } : {}),
    ...(hosts === undefined ? {} : { hosts }),
    limits: { ...DEFAULT_SETTINGS.limits, ...set(limits) },
  }
}

function configured(folder: string): z.infer<typeof Gather> {
  const file = join(folder, CONFIG_NAME)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    const above = dirname(folder)
    return above === folder ? {} : configured(above)
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new InputError(`${file}: not JSON: ${(error as Error).message}`)
  }
  const parsed = Gather.safeParse((value as { gather?: unknown } | null)?.gather ?? {})
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => `${['gather', ...path].join('.')}: ${message}`)
  throw new InputError(`${file}: ${issues.join('; ')}`)
}

/**
 * The address of the site, without a slash at its end: what is sent leads there, for ever.
 * @throws {InputError} where nobody said it
 */
export function siteAddress(given: string | undefined, environment = process.env): string {
  const address = given ?? environment.HEARSAY_ADDRESS
  if (!address)
    throw new InputError('The address of the site is not set: --address https://hearsay.example, or HEARSAY_ADDRESS.')
  return address.replace(/\/+$/, '')
}
