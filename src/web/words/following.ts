/** What is said of following by mail, in English. */
import { KEPT } from '../../publish/following/follower.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

export const FOLLOWING = {
  byLetter: 'Follow by mail',
  title: (what: string) => `Follow by mail: ${what}`,
  what: 'You get a letter when something changes in claims: a new origin, another figure, words left out, a denial, a correction.',
  address: 'Your address of mail',
  rhythm: 'Letters come',
  rhythms: {
    'at once': 'at once (one a quarter of an hour at most)',
    daily: 'once a day, at 06:00 UTC',
    weekly: 'once a week, on Monday at 06:00 UTC',
  },
  trap: 'Leave this empty',
  ask: 'Ask for letters',
  kept: 'We write to you first; nothing else comes until you confirm.',
  privacy: 'What is kept of you',
  terms: 'Terms',
  wrongAddress: 'This is no address that a letter can reach. It looks like name@site.example.',
  failedTitle: 'Nothing was asked for',
  failed: 'One thing is to be put right:',
  tooOften: 'Too many letters were asked for today. Try it again tomorrow.',
  nothing: 'Nothing of that name can be followed here.',
  nothingTitle: 'There is nothing to follow',
  noMail: 'This site sends no letters: mail is not set up. Feeds can be followed.',
  askedTitle: 'Look into your mail',
  asked:
    'If letters can be sent to the address, one is on its way. It asks you to confirm; nothing is followed before you do. It is the same answer for every address.',
  askedWait:
    'It may take some minutes. If nothing comes, look among unwanted mail, then ask again: a letter can be lost on its way. An address gets three such letters a day at most.',
  back: 'Back to what you follow there',
  confirmTitle: 'Confirm',
  confirm: (what: string, address: string) => `Send letters about ${what} to ${address}?`,
  confirmWhen: (when: string) => `Letters come ${when}. You can change that afterwards.`,
  confirmButton: 'Yes, follow it',
  over: 'This link is over, or was used for something that is no longer kept. Ask for letters again.',
  overTitle: 'This link is over',
  mineTitle: 'What you follow',
  mine: (address: string) => `Letters go to ${address}.`,
  done: {
    confirmed: 'You follow it now.',
    changed: 'It is changed.',
    ended: 'You follow that no more.',
  } as Readonly<Record<string, string>>,
  since: 'since',
  end: 'End',
  endOf: (what: string) => `End following ${what}`,
  hour: 'Hour of the day, in UTC',
  weekday: 'Day of the week',
  days: DAYS,
  atOnce: 'at once (one a quarter of an hour at most)',
  daily: 'once a day',
  weekly: 'once a week',
  change: 'Change',
  forgetTitle: 'End all of it',
  forget: 'No letter comes any more, and your address and every letter to it are deleted here.',
  forgetButton: 'Delete everything',
  keptOf: (letters: number) =>
    `Kept of you: this address, this list, and ${letters} ${letters === 1 ? 'letter' : 'letters'} as numbers of developments.`,
  endTitle: 'No more letters',
  endAsk: 'Press the button and no letter comes any more. Your address is deleted here.',
  endButton: 'Send me no more letters',
  endedTitle: 'No letter comes any more',
  ended: 'What was followed from your address has ended, and the address is deleted here.',
  neverTitle: 'Never write to me',
  neverAsk:
    'Press the button and this site never writes to your address again, whoever asks for it. What is kept to know it by cannot be turned back into the address.',
  neverButton: 'Never write to me',
  neverDoneTitle: 'This site will not write to you',
  letterTitle: 'A letter',
  letterOf: (when: string) => `Letter of ${when}`,
  letterGone: `Letters are kept for ${KEPT.letter} days. This one is no longer here.`,
  noStory: 'In no story yet',
  missed: (when: string) => `A letter of ${when} may not have arrived.`,
  manage: 'What you follow',
} as const

/** What following by mail is. */
export const TERMS = {
  title: 'Terms of following',
  lines: [
    'Following is free. You follow with an address that is yours, for as long as you want.',
    'A letter tells what changed in claims that this site has read: who said what, in which outlet, against what was said before. It says nothing of what is true.',
    'Letters are sent once each. Mail gives no certainty that one arrives; where we know that one may not have, your next letter says so and leads to it.',
    'You end it in every letter, with one click, or here. It takes effect at once.',
    'An address that letters cannot reach on three days within a month is deleted. So is one from which somebody complained.',
    'Do not ask for letters to addresses of others: they get one letter that asks them, and can refuse all further ones.',
    'Who runs this site may end letters at any time.',
  ],
} as const

/** What is kept of whom: held against the tables by a test. */
export const PRIVACY = {
  title: 'What is kept of you',
  intro:
    'Reading leaves nothing: no cookie, no account, no counting of readers. Following by mail keeps what letters need. A server before this site may log who asks for what: who runs it can say.',
  heading: { what: 'What', why: 'What for', long: 'For how long' },
  kept: [
    {
      table: 'follower',
      what: 'Your address, when letters come, since when, and how many letters could not reach it',
      why: 'to send letters, and to stop where they reach nobody',
      long: `until you end it; ${KEPT.unconfirmed} days where you never confirm`,
    },
    {
      table: 'following',
      what: 'What you follow, when you asked and confirmed, and up to which development you were told',
      why: 'to tell you what is new, once',
      long: `until you end it; ${KEPT.unconfirmed} days where you never confirm`,
    },
    {
      table: 'letter',
      what: 'Letters to you: the numbers of what they told, when they were sent, and what your mail server answered',
      why: 'to send each once, and to show it to you on the site',
      long: `${KEPT.letter} days after it was sent, or until you end it`,
    },
    {
      table: 'return',
      what: 'Which letters came back, and why',
      why: 'to stop where they reach nobody',
      long: 'until you end it',
    },
    {
      table: 'asking',
      what: 'That somebody asked for letters to an address, and from which address of the internet: both as keyed hashes',
      why: 'so that nobody floods you with letters',
      long: `${KEPT.asking} day`,
    },
    {
      table: 'refusal',
      what: 'That an address is never to be written to: a keyed hash of it, not the address',
      why: 'because its owner said so, or complained',
      long: 'for ever',
    },
  ],
  who: 'It stands in a file of its own beside the ledger, which is not copied with it. Who runs this site can read it; nobody else gets it. Your mail server and theirs see the letters, as with any mail.',
  letters: 'Letters have no pictures, no counting links and nothing else that tells whether or where you read them.',
  deleted:
    'Delete all of it at the foot of any letter: it is gone at once here, and from backups when they are replaced.',
} as const
