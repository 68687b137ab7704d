/** `--engine`, the same for every command that finds claims. */
import { InvalidArgumentError, Option } from 'commander'
import { languageModelSettings } from '../gather/language-model/settings.ts'
import { CHOICES } from '../gather/reading/engines.ts'

/** The option. A language model that is asked for and not set is a mistake of the command line, told before any work. */
export function engineOption(): Option {
  const option = new Option(
    '--engine <NAME>',
    'what finds the claims: the trained model, rules that need no runtime, or a language model that you set',
  )
    .choices(CHOICES)
    .default('model')
  const among = option.parseArg
  return option.argParser((given: string, before: unknown) => {
    const name = among?.(given, before) ?? given
    if (name === 'language-model') {
      try {
        languageModelSettings()
      } catch (error) {
        throw new InvalidArgumentError((error as Error).message)
      }
    }
    return name
  })
}
