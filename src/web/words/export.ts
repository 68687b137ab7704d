/** What can be taken along, in English. */
export const EXPORT = {
  lead: 'Take it along:',
  package: 'all tables of this story',
  packageForm: 'ZIP, a data package',
  claims: 'its claims',
  claimsForm: 'CSV',
} as const
