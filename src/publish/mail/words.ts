/** What letters say besides developments. */

export const LETTER = {
  /** To who never confirmed it: whoever asked chose the words of a search, and is not to write to others by us. */
  search: 'a search',
  confirm: {
    subject: (what: string, site: string) => `Confirm on ${site}: ${what}`,
    asked: (site: string) => `Somebody, we hope you, asked ${site} to send you letters about this:`,
    how: 'To follow it, open this address and press the button there. It holds for three days.',
    button: 'Confirm',
    ignore: 'If it was not you, do nothing: no further letter comes, and your address is forgotten in three days.',
    refuse: 'Never write to me again:',
  },
  access: {
    subject: (site: string) => `What you follow on ${site}`,
    asked: (site: string) => `Somebody, we hope you, asked ${site} to send you letters about this:`,
    known: 'You follow it already, or as many things as one address can.',
    how: 'What you follow, and when letters come:',
  },
  news: {
    subject: (count: number, name: string) => `${name}: ${count} developments`,
    noStory: 'In no story yet',
    more: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} on the page of this letter:`,
    missed: (when: string) => `A letter of ${when} may not have reached you. What it said:`,
    independence: 'Independence is not established: several reports can have one origin.',
  },
  foot: {
    follows: (names: string) => `You follow: ${names}.`,
    read: 'This letter as a page:',
    change: 'Change or end what you follow:',
    end: 'Stop all letters:',
    kept: 'What is kept of you, and for how long:',
  },
} as const
