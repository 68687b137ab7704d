/**
 * Words that, standing alone between the slashes of an address, name a part of a site and no article (lexicon).
 *
 * `anywhere` decides wherever it stands: what lies under /tag/ or /author/ is a list or a person. `last` decides only at
 * the end: /video/ is a section, /video/ferry-sinks-off-the-quay an article. Collected from the address schemes of CMSs.
 */
const ANYWHERE =
  'account accounts advertise advertising author authors autor autoren autores calendar cart cat categories category cdn-cgi checkout comments contributors coupon coupons deals discussion discussions e-paper epaper etiqueta etiquetas faq feed feeds forum forums gutscheine horoscope horoskop impressum jobs journalist journalists kategorie kleinanzeigen login logout manage mein-konto member members my-account newsletter newsletters page pages preisvergleich privacy profile profiles redakteur register registration rss schlagwort search section sections share shop sign-in signin signup sitemap staff stellenanzeigen stellenmarkt store subscribe subscription subscriptions suche tag tagged tags team tema temas term thema themen topic topics user users veranstaltungen wp-admin wp-content wp-login.php'
const LAST =
  'abo about about-us anmelden archive archives audio business careers comment community contact contact-us contacts cookie-policy cookies corrections culture customer-service datenschutz donate economy editorial-guidelines editorial-policy en entertainment events gallery games help home international kontakt latest legal lifestyle live local magazine media national news opinion people person personen photos podcast podcasts politics press puzzles science settings sport sports support technology terms terms-and-conditions terms-of-service terms-of-use travel video videos weather wetter world'

export const SECTION_ANYWHERE: ReadonlySet<string> = new Set(ANYWHERE.split(' '))
export const SECTION_LAST: ReadonlySet<string> = new Set(LAST.split(' '))
