/** A page as a JSON line has it: the input of the reading contract. */
import { z } from 'zod'
import type { ReadPageOptions } from '../../page/index.ts'

const said = z.string().nullish()

/** What a line may say of a page; `id` names it in what is written of it. */
export const PageLine = z
  .looseObject({
    id: z.string().optional(),
    html: said,
    text: said,
    plain: z.boolean().nullish(),
    url: said,
    outlet: said,
    published: said,
    headline: said,
  })
  .refine(
    ({ html, text }) => typeof html === 'string' || typeof text === 'string',
    'neither "html" nor "text" is given',
  )
  .refine(({ html, text }) => typeof html !== 'string' || typeof text !== 'string', 'give "html" or "text", not both')
  .refine(({ html, plain }) => typeof html !== 'string' || !plain, '"plain" goes with "text", not with "html"')

/** A page's words, and how they are to be read. */
export interface PageGiven {
  readonly source: string
  readonly options: ReadPageOptions & { readonly as: 'html' | 'text' | 'article' }
}

/** What a line gives to be read. */
export function pageGiven({
  html,
  text,
  plain,
  url,
  outlet,
  published,
  headline,
}: z.infer<typeof PageLine>): PageGiven {
  return {
    source: html ?? text ?? '',
    options: {
      url: url || undefined,
      as: typeof html === 'string' ? 'html' : plain ? 'article' : 'text',
      given: {
        ...(outlet ? { outlet } : {}),
        ...(published ? { published } : {}),
        ...(headline ? { headline } : {}),
      },
    },
  }
}

/** What is wrong with a line, in words. */
export const wrongWith = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ')
