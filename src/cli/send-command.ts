/** `hearsay send` and `hearsay bounces`, as commander knows them. */
import type { Command } from 'commander'
import { addressOf } from './serve-command.ts'

const EXAMPLES = `
Examples:
  HEARSAY_SMTP=smtps://user:password@mail.example:465 HEARSAY_MAIL_FROM='Hearsay <letters@site.example>' \\
  hearsay send --address https://hearsay.example     notices what is new, writes letters, sends what is due
  hearsay send --preview                             prints the letters that are due; nothing is sent or marked
  hearsay send --preview --to-folder letters         writes each as an .eml file
  hearsay send --doubtful                            letters of which nobody knows whether they arrived

hearsay serve does the same all the time where mail is set. One process sends at a time.

Settings (in the environment):
  HEARSAY_SMTP              smtps://user:password@host:465, or smtp://host:587 (encrypted by STARTTLS)
  HEARSAY_MAIL_FROM         whom letters are from
  HEARSAY_MAIL_RETURNS      where letters that cannot be delivered come back to: hearsay bounces reads them
  HEARSAY_MAIL_PACE         letters in a second, over all connections (5)
  HEARSAY_MAIL_CONNECTIONS  connections at once (2)
  HEARSAY_ADDRESS           the site's address, as --address

Exit codes:
  0 what was due was sent, or there was nothing; 1 some of it was not, or the settings cannot be followed;
  2 the command was not understood; 3 another process is sending`

const BOUNCES_EXAMPLES = `
Examples:
  hearsay bounces ~/Maildir/.returns                 a maildir: what is read is moved to cur
  hearsay bounces returned.eml another.eml           files, each one message
  hearsay bounces < message                          one message, as a mail server pipes it: |hearsay bounces

A message is a delivery status (RFC 3464) or a complaint (RFC 5965) about a letter of this site; others are passed over. An
address whose letters fail on three days within a month of each other is forgotten; one that complains at once.

Exit codes:
  0 all messages were read; 1 some could not be; 2 the command was not understood`

/** Adds the commands. */
export function sendCommands(program: Command): void {
  program
    .command('send')
    .summary('sends letters to those who follow something')
    .description('Notices what is new in the ledger, writes letters to those who follow it, and sends what is due.')
    .option('--address <URL>', 'the address of the site: links of letters begin with it', addressOf)
    .option('--preview', 'print what is due, sending and marking nothing')
    .option('--to-folder <FOLDER>', 'with --preview: write each letter as an .eml file there')
    .option('--doubtful', 'list letters that may not have arrived')
    .addHelpText('after', EXAMPLES)
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals()
      if (options.toFolder !== undefined && !options.preview) command.error('error: --to-folder goes with --preview')
      const { send } = await import('./send.ts')
      process.exitCode = await send(options)
    })
  program
    .command('bounces')
    .summary('reads letters that came back')
    .description('Reads letters that came back, and complaints, and ends following where they say so.')
    .argument('[PATH...]', 'messages, or maildirs of them; none for standard input')
    .addHelpText('after', BOUNCES_EXAMPLES)
    .action(async (paths: string[], _: unknown, command: Command) => {
      if (paths.length === 0 && process.stdin.isTTY) command.error('error: no message. Name a file, or pipe one in.')
      const { bounces } = await import('./bounces.ts')
      process.exitCode = await bounces(paths, command.optsWithGlobals())
    })
}
