/** Signing in, and what could not be shown, in English. */
export const ACCESS = {
  signIn: 'Sign in',
  password: 'Password',
  why: 'Editors sign in. Reading leaves no cookie; signing in leaves one, until you sign out or for 12 hours.',
  wrong: 'That is not the password.',
  none: 'This site has no password: whoever reaches it may edit. It listens on this machine alone.',
  tokensAlone: 'Nobody signs in here: programs write, each with a token.',
  signedIn: 'You are signed in.',
  missing: 'There is nothing here',
  missingWhy: 'No page of this site has this address. What you look for may have been entered in another ledger.',
  failed: 'This page could not be made',
  failedWhy: 'The fault is ours. Nothing was lost. What it was:',
} as const
