/**
 * Query parameters that say how a reader came to an article, and never which article it is (lexicon).
 *
 * Only names that mean nothing else anywhere: `id`, `page`, `ref`, `source`, `from`, `cid` and `mod` are the address of
 * the article on some sites, and stay. Collected from the vendors' documentation and the lists by which browsers strip
 * them (Firefox and Brave query stripping, the ClearURLs rules for all sites).
 */

/** Whole families. */
const PREFIXES: readonly string[] = [
  '__hs', // HubSpot
  'guce_', // Yahoo's consent pages
  'hsa_', // HubSpot advertisements
  'mtm_', // Matomo
  'oly_', // Omeda newsletters
  'piwik_',
  'utm_',
  'vero_',
]

/** Single names, in lower case. */
const NAMES: ReadonlySet<string> = new Set([
  '__s',
  '__twitter_impression',
  '_branch_match_id',
  '_branch_referrer',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_ke',
  '_kx',
  '_openstat',
  'action_object_map',
  'action_ref_map',
  'action_type_map',
  'at_campaign',
  'at_campaign_type',
  'at_creation',
  'at_custom1',
  'at_custom2',
  'at_custom3',
  'at_custom4',
  'at_emailtype',
  'at_format',
  'at_link_id',
  'at_link_origin',
  'at_link_type',
  'at_medium',
  'at_ptr_name',
  'at_send_date',
  'cmpid',
  'dclid',
  'dicbo',
  'dm_i',
  'ef_id',
  'epik',
  'fb_action_ids',
  'fb_action_types',
  'fb_ref',
  'fb_source',
  'fbclid',
  'ga_campaign',
  'ga_content',
  'ga_medium',
  'ga_source',
  'ga_term',
  'gbraid',
  'gclid',
  'gclsrc',
  'guccounter',
  'hsctatracking',
  'igsh',
  'igshid',
  'irclickid',
  'itm_campaign',
  'itm_content',
  'itm_medium',
  'itm_source',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'ml_subscriber',
  'ml_subscriber_hash',
  'msclkid',
  'ns_campaign',
  'ns_fee',
  'ns_linkname',
  'ns_mchannel',
  'ns_source',
  'pk_campaign',
  'pk_cid',
  'pk_content',
  'pk_keyword',
  'pk_kwd',
  'pk_medium',
  'pk_source',
  'rb_clickid',
  's_cid',
  'spm',
  'sr_share',
  'srsltid',
  'tblci',
  'trk_contact',
  'trk_module',
  'trk_msg',
  'trk_sid',
  'ttclid',
  'twclid',
  'wbraid',
  'wickedid',
  'wt_mc',
  'xtor',
  'yclid',
  'ysclid',
  'zanpid',
])

/** Whether a parameter only tells how a reader came. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix))
}
