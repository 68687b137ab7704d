/**
 * Organisations that news of the world takes as known: the name, and after it the other ways of writing it. And the
 * nouns by which an organisation's name is told.
 *
 * Sorted by name. Houses and streets stand for those who govern from them (the Pentagon, Downing Street).
 */
const KNOWN: readonly (readonly [name: string, ...others: string[]])[] = [
  ['African Union', 'AU'],
  ['Amnesty International', 'Amnesty'],
  ['Association of Southeast Asian Nations', 'ASEAN'],
  ['Bank of England'],
  ['Bank of Japan', 'BOJ'],
  ['Centers for Disease Control and Prevention', 'CDC', 'Centers for Disease Control'],
  ['Central Intelligence Agency', 'CIA'],
  ['Doctors Without Borders', 'Médecins Sans Frontières', 'Medecins Sans Frontieres', 'MSF'],
  ['Downing Street', '10 Downing Street'],
  ['Environmental Protection Agency', 'EPA'],
  ['European Central Bank', 'ECB'],
  ['European Commission'],
  ['European Union', 'EU', 'E.U.'],
  ['Federal Aviation Administration', 'FAA'],
  ['Federal Bureau of Investigation', 'FBI', 'F.B.I.'],
  ['Federal Security Service', 'FSB'],
  ['Food and Drug Administration', 'FDA'],
  ['Hamas'],
  ['Hezbollah', 'Hizbullah', 'Hizbollah'],
  ['Human Rights Watch', 'HRW'],
  ['Institute for the Study of War', 'ISW'],
  ['International Atomic Energy Agency', 'IAEA'],
  ['International Committee of the Red Cross', 'ICRC', 'Red Cross'],
  ['International Criminal Court', 'ICC'],
  ['International Monetary Fund', 'IMF', 'I.M.F.'],
  ['International Organization for Migration', 'IOM'],
  ['Islamic State', 'ISIS', 'ISIL', 'IS', 'Daesh'],
  ['Israel Defense Forces', 'IDF', 'Israeli Defense Forces'],
  ['Kremlin'],
  ['National Aeronautics and Space Administration', 'NASA'],
  ['National Security Agency', 'NSA'],
  ['North Atlantic Treaty Organization', 'NATO', 'Nato'],
  ['Office of the United Nations High Commissioner for Refugees', 'UNHCR'],
  ['Organisation for Economic Co-operation and Development', 'OECD'],
  ['Organization for Security and Co-operation in Europe', 'OSCE'],
  ['Organization of the Petroleum Exporting Countries', 'OPEC', 'Opec'],
  ['Securities and Exchange Commission', 'SEC', 'S.E.C.'],
  ['Taliban'],
  ['UK Foreign Office', 'Foreign Office', 'Foreign, Commonwealth and Development Office', 'FCDO'],
  ['UNICEF', 'Unicef', "United Nations Children's Fund"],
  ['US Congress', 'Congress', 'Capitol Hill'],
  [
    'US Department of Defense',
    'Pentagon',
    'Department of Defense',
    'Defense Department',
    'US Defense Department',
    'DOD',
  ],
  ['US Department of Homeland Security', 'Department of Homeland Security', 'DHS', 'Homeland Security'],
  ['US Department of Justice', 'Justice Department', 'Department of Justice', 'US Justice Department', 'DOJ'],
  ['US Department of State', 'State Department', 'Department of State', 'US State Department', 'Foggy Bottom'],
  ['US Department of the Treasury', 'Treasury Department', 'US Treasury', 'US Treasury Department'],
  ['US Federal Reserve', 'Federal Reserve', 'Fed'],
  ['US House of Representatives', 'House of Representatives'],
  ['US Senate', 'Senate'],
  ['US Supreme Court', 'Supreme Court'],
  ['United Nations', 'UN', 'U.N.'],
  ['United Nations Security Council', 'UN Security Council', 'U.N. Security Council', 'Security Council'],
  ['White House'],
  ['World Bank'],
  ['World Food Programme', 'WFP', 'World Food Program'],
  ['World Health Organization', 'WHO', 'World Health Organisation', 'W.H.O.'],
  ['World Trade Organization', 'WTO'],
]

const BY_FORM = new Map<string, string>()
for (const [name, ...others] of KNOWN) for (const form of [name, ...others]) BY_FORM.set(form, name)

/** Forms that are houses and streets: whoever speaks from there is named by the full name. */
const METONYMS = /^(?:Pentagon|Foggy Bottom|Capitol Hill|(?:10 )?Downing Street)$/

/** Is this a house or street that stands for those within? */
export const isMetonym = (form: string): boolean => METONYMS.test(form)

/** The full name of a well-known organisation, from any way of writing it without `the`; or null. */
export function organisationNamed(form: string): string | null {
  return BY_FORM.get(form) ?? BY_FORM.get(form.replace(/^U\.S\. /, 'US ').replace(/^U\.K\. /, 'UK ')) ?? null
}

export const ORGANISATIONS: readonly string[] = [...BY_FORM.keys()].filter((form) => form !== 'IS' && form !== 'WHO')

/**
 * Intelligence services, by country: what `South Korea's spy agency` means. Countries with one that news calls so; where
 * two or more would do (Australia, Britain, France, Poland, Russia, Sweden, the United States) nothing is said.
 */
export const SPY_AGENCIES: Readonly<Record<string, string>> = {
  Argentina: 'Secretariat of State Intelligence (Argentina)',
  Austria: 'Directorate of State Security and Intelligence (Austria)',
  Belgium: 'State Security Service (Belgium)',
  Brazil: 'Brazilian Intelligence Agency',
  Canada: 'Canadian Security Intelligence Service',
  China: 'Ministry of State Security (China)',
  'Czech Republic': 'Security Information Service (Czech Republic)',
  Denmark: 'Danish Security and Intelligence Service',
  Egypt: 'General Intelligence Service (Egypt)',
  Estonia: 'Foreign Intelligence Service (Estonia)',
  Finland: 'Finnish Security and Intelligence Service',
  Germany: 'Federal Intelligence Service (Germany)',
  Greece: 'National Intelligence Service (Greece)',
  India: 'Research and Analysis Wing (India)',
  Indonesia: 'State Intelligence Agency (Indonesia)',
  Iraq: 'Iraqi National Intelligence Service',
  Israel: 'Mossad',
  Japan: 'Cabinet Intelligence and Research Office (Japan)',
  Jordan: 'General Intelligence Directorate (Jordan)',
  Latvia: 'State Security Service (Latvia)',
  Lithuania: 'State Security Department (Lithuania)',
  Moldova: 'Security and Intelligence Service (Moldova)',
  Netherlands: 'General Intelligence and Security Service (Netherlands)',
  'New Zealand': 'New Zealand Security Intelligence Service',
  Norway: 'Norwegian Intelligence Service',
  Pakistan: 'Inter-Services Intelligence (Pakistan)',
  'Saudi Arabia': 'General Intelligence Presidency (Saudi Arabia)',
  'South Africa': 'State Security Agency (South Africa)',
  'South Korea': 'National Intelligence Service (South Korea)',
  Spain: 'National Intelligence Centre (Spain)',
  Switzerland: 'Federal Intelligence Service (Switzerland)',
  Taiwan: 'National Security Bureau (Taiwan)',
  Turkey: 'National Intelligence Organization (Turkey)',
}

/** Military intelligence, by country. */
export const MILITARY_INTELLIGENCE: Readonly<Record<string, string>> = {
  Denmark: 'Danish Defence Intelligence Service',
  Finland: 'Finnish Defence Intelligence Agency',
  Germany: 'Military Counterintelligence Service (Germany)',
  Israel: 'Military Intelligence Directorate (Israel)',
  Netherlands: 'Military Intelligence and Security Service (Netherlands)',
  Russia: 'Main Intelligence Directorate (Russia)',
  'South Korea': 'Defense Intelligence Agency (South Korea)',
  Sweden: 'Military Intelligence and Security Service (Sweden)',
  Ukraine: 'Main Directorate of Intelligence (Ukraine)',
  'United States': 'Defense Intelligence Agency (United States)',
}

/** Nouns that end or head the name of an organisation: `Ministry of ...`, `... Corp.`; in lower case. */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  `academy administration agency airlines alliance army assembly association authority bank board brigade bureau cabinet
  campaign center centre chamber chiefs church club co co. coalition college command commission committee company conference
  congress corp corp. corporation corps council court department directorate division embassy energy federation fleet
  force forces foundation front fund government group guard guards hospital inc inc. industries institute institution
  intelligence international league limited llc ltd ltd. ministry mission motors movement museum navy network newspaper
  office organisation organization parliament partners party plc police post press regiment reserve school secretariat
  senate service services show society staff studios systems team technologies television times treasury tribunal union
  university`.split(/\s+/),
)
