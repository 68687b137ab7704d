/**
 * Common nouns for organisations and for texts that say something, in lower case and in the singular, sorted.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Nouns for an organisation, which a later `the ...` may take up. */
export const GROUP_NOUNS: ReadonlySet<string> = words(`
  administration agency airline alliance army association authority automaker bank board body brigade broadcaster
  bureau cabinet campaign carmaker carrier center centre chamber channel charity chipmaker church club coalition
  coastguard command commission committee company conglomerate congress consulate contractor corporation council court
  department developer directorate division embassy exchange federation firm force foundation fund giant government
  group hospital institute institution insurer intelligence league legislature lender magazine maker manufacturer
  media military ministry movement municipality museum navy network newspaper ngo office operator organisation
  organization outlet paper parliament party police presidency producer prosecution publication publisher registry
  regulator retailer school secretariat senate service society staff start-up startup syndicate team think-tank
  treasury tribunal union university utility watchdog website`)

/** Those of them that tell of no one body by themselves: any of the staff may have spoken, a paper may be a study. */
export const COLLECTIVE_NOUNS: ReadonlySet<string> = words('force giant group intelligence media paper staff team')

/** Those of them that are companies. */
export const COMPANY_NOUNS: ReadonlySet<string> = words(`
  airline automaker bank carmaker carrier chipmaker company conglomerate contractor corporation developer firm giant
  insurer lender maker manufacturer operator producer retailer start-up startup utility`)

/** Those of them that publish. */
export const MEDIA_NOUNS: ReadonlySet<string> = words(`
  broadcaster channel magazine media network newspaper outlet paper publication publisher site website`)

/** Nouns for a text that says something. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = words(`
  account ad advertisement affidavit analysis announcement article assessment bill book briefing bulletin column communique communiqué
  complaint constitution coverage data disclosure document documentary draft dossier editorial email e-mail estimate
  figure file filing footage indictment interview investigation journal law lawsuit leaflet letter log memo memoir
  message news note notice order petition piece plan poll post proposal record release report reporting research resolution review
  ruling speculation statement statistic story study suit survey testimony text transcript tweet verdict video warrant`)
