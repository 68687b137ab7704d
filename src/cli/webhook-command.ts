/** `hearsay webhook`, as commander knows it. */
import type { Command } from 'commander'
import { whole, withFollowed } from './followed.ts'
import { addressOf } from './serve-command.ts'
import type { AddOptions, SendOptions, WebhookOptions } from './webhook.ts'

const EXAMPLES = `
Examples:
  hearsay webhook add https://desk.example.org/hearsay --story 4
                                             prints the secret by which the receiver checks messages
  hearsay webhook add https://desk.example.org/hearsay --search 'measure:killed place:Kursk'
  hearsay webhook                            all webhooks, and how they fare
  hearsay webhook try 1 --address https://hearsay.example
                                             sends a message that tells of nothing
  hearsay webhook log 1                      what was sent, and what became of each attempt
  hearsay webhook again 17                   sends message 17 once more
  hearsay webhook secret 1                   another secret; the one before holds for a day beside it
  hearsay webhook send --address https://hearsay.example
                                             one pass: notices what is new, sends what is due

A webhook is sent each development (see hearsay developments --help) that is noticed after it was added, as JSON, signed as
Standard Webhooks (standardwebhooks.com) says. hearsay serve sends what is due all the time; without it, run send now and
then. Messages go to https:// addresses of the open internet, and to hosts that you name: HEARSAY_HOSTS, or "hosts" in
hearsay.config.json. try, again and send want the site's address: --address, or HEARSAY_ADDRESS. docs/webhooks.md says what is sent, and when it is tried again.

Exit codes:
  0 it was done; 1 it could not be, or a message did not arrive; 2 the command was not understood`

type Load = typeof import('./webhook.ts')

/** Adds the commands. */
export function webhookCommands(program: Command): void {
  const webhook = program
    .command('webhook')
    .summary('developments, sent to programs')
    .description('Sends what changes in claims to programs, as it is noticed.')
    .addHelpText('after', EXAMPLES)
  const done = async (command: Command, work: (load: Load, options: WebhookOptions) => Promise<number>) => {
    process.exitCode = await work(await import('./webhook.ts'), command.optsWithGlobals<WebhookOptions>())
  }
  webhook
    .command('list', { isDefault: true })
    .description('all webhooks, and how they fare')
    .action((_: unknown, command: Command) => done(command, (load, options) => load.listWebhooks(options)))
  withFollowed(
    webhook.command('add').description('adds a webhook; prints its secret').argument('<URL>', 'where to'),
  ).action((url: string, _: unknown, command: Command) =>
    done(command, (load, options) => load.add(url, options as AddOptions)),
  )
  const one = (
    name: string,
    what: string,
    work: (load: Load) => (id: number, options: WebhookOptions) => Promise<number>,
  ) =>
    webhook
      .command(name)
      .description(what)
      .argument(
        '<NUMBER>',
        name === 'again' ? 'the message’s, as log prints it' : 'the webhook’s, as list prints it',
        whole,
      )
      .action((id: number, _: unknown, command: Command) => done(command, (load, options) => work(load)(id, options)))
  one('log', 'what was sent, and what became of it', (load) => load.log)
  const withAddress = (command: Command): Command =>
    command.option('--address <URL>', 'the address of the site: permalinks begin with it', addressOf)
  withAddress(one('try', 'sends a message that tells of nothing', (load) => load.tryOut))
  withAddress(one('again', 'sends a message once more', (load) => load.again))
  one('secret', 'gives it another secret, and prints it', (load) => load.secret)
  one('on', 'goes on sending where it was stopped', (load) => load.on)
  one('off', 'sends nothing more until it is turned on', (load) => load.off)
  one('remove', 'forgets it and all that was sent to it', (load) => load.remove)
  withAddress(webhook.command('send').description('one pass: notices what is new, sends what is due')).action(
    (_: unknown, command: Command) => done(command, (load, options) => load.sendWebhooks(options as SendOptions)),
  )
}
