/**
 * Common nouns for organisations and for texts that say something, in lower case and in the singular, sorted.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Nouns for an organisation, which a later `the ...` may take up. */
export const GROUP_NOUNS: ReadonlySet<string> = words(`
  administration agency airline alliance army association authority automaker bank body broadcaster bureau campaign
  carmaker center centre channel charity chipmaker club coalition command commission committee company conglomerate
  contractor corporation council court department developer directorate division embassy firm force foundation fund giant
  government group institute institution intelligence lender magazine maker manufacturer media military ministry movement
  network newspaper ngo office operator organisation organization outlet paper parliament party police producer
  publication publisher regulator retailer secretariat service startup start-up staff team think-tank tribunal union
  university watchdog website`)

/** Those of them that are companies. */
export const COMPANY_NOUNS: ReadonlySet<string> = words(`
  airline automaker bank carmaker chipmaker company conglomerate contractor corporation developer firm giant lender maker
  manufacturer operator producer retailer startup start-up`)

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
