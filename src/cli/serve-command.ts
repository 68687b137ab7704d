/** `hearsay serve`, as commander knows it. */
import { type Command, InvalidArgumentError } from 'commander'
import { engineOption } from './engine-option.ts'
import type { ServeCommandOptions } from './serve.ts'

const EXAMPLES = `
Examples:
  hearsay serve                                           http://127.0.0.1:4316, for this machine alone
  hearsay --ledger postgres://user@host/news serve        a shared ledger
  HEARSAY_PASSWORD=... hearsay serve --address https://hearsay.example
                                                          for others: they read, who signs in writes
  HEARSAY_PASSWORD=... hearsay serve --address https://hearsay.example --private
                                                          who does not sign in does not read either
  HEARSAY_PASSWORD=... hearsay serve --host 0.0.0.0 --address http://192.0.2.20:4316
                                                          for an office, by this machine's address in its network

Beyond this machine a password or tokens are needed: HEARSAY_PASSWORD, HEARSAY_TOKENS (for programs, as bearer tokens).
Tokens stand with commas between: secret may write, name:secret:read may read a private site, name:secret:read+write both.
Put a server with a certificate (Caddy, nginx) before it on this machine, and say its address with --address.`

const whole =
  (least: number, most: number, what: string) =>
  (given: string): number => {
    const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(`It wants ${what}.`)
    return number
  }

/** A whole address of the web, as commander checks an argument. */
export function addressOf(given: string): string {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given
  throw new InvalidArgumentError('It wants a whole address, such as https://hearsay.example.')
}

/** Adds the command. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .summary('the ledger as a site')
    .description('Serves the ledger as a site: desk, articles, stories, claims, figures, sources, search, review.')
    .option('--host <ADDRESS>', 'the address to listen on', '127.0.0.1')
    .option('--port <NUMBER>', 'the port to listen on; 0 for any that is free', whole(0, 65535, 'a port'), 4316)
    .option('--address <URL>', 'the address by which others know it: permalinks begin with it', addressOf)
    .option('--private', 'only those who sign in may read')
    .option(
      '--excerpt <CHARACTERS>',
      'of an article, the most that readers are shown (1,200 beyond this machine, else all)',
      whole(0, 1e9, 'a number of characters'),
    )
    .addOption(engineOption())
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const { serveLedger } = await import('./serve.ts')
      process.exitCode = await serveLedger(command.optsWithGlobals<ServeCommandOptions>())
    })
}
