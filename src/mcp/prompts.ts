/** Prompts that a person picks: two questions that the tools answer, put so that they are asked in the right order. */
import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { CLOSES, marksOut, OPENS, visible } from './quotation.ts'

const asked = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] })

/** Words that a person brings, between marks: they may be a page's. */
const brought = (words: string): string => `${OPENS}\n${marksOut(visible(words))}\n${CLOSES}`

/** Lets a server offer prompts. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'check_headline',
    {
      title: 'Check a headline against its text',
      description: 'What a headline left out or changed of the text below it.',
      argsSchema: z.object({
        headline: z.string().max(1000).describe('The headline.'),
        text: z.string().max(200_000).describe('The text below it.'),
      }),
    },
    ({ headline, text }) =>
      asked(
        `Call drift_report with this headline and this text. Then say in a few sentences which claim of the text the headline reports, which words it left out or changed, quoting both, and propose a headline that keeps the bound, the group and the source. Where nothing was found, say so, and do not call the headline accurate for that.\n\nheadline: ${brought(headline)}\ntext: ${brought(text)}`,
      ),
  )
  server.registerPrompt(
    'on_whose_word',
    {
      title: 'On whose word is this told?',
      description: 'To how few origins what many outlets tell can be traced.',
      argsSchema: z.object({
        statement: z.string().max(1000).describe('What is told, in a few words: more than 3,000 killed or wounded.'),
        outlet: z.string().max(200).optional().describe('An outlet that tells it.'),
      }),
    },
    ({ statement, outlet }) =>
      asked(
        `Find ${brought(statement)}${outlet === undefined ? '' : ` as told by ${brought(outlet)}`} with search_claims (a few words, and outlet: where one is named), then call trace_claim, and compare_figures where there is a figure. Say: the chain of sources with the words that state it, how many outlets carry it, to how many origins they trace, of how many the lineage is unknown, who gives other figures of the same thing, and what is not known. Count origins, not outlets; do not say that it is confirmed. Give permalinks.`,
      ),
  )
}
