/**
 * Currencies: ISO 4217 codes, English names, whose they are, and how they are written. The names are those of
 * microsoft/Recognizers-Text (MIT), so that its cases can be compared.
 */

export interface Currency {
  /** Its name in English: `United States dollar`; `Dollar` where the words do not say whose. */
  readonly name: string
  /** ISO 4217; null where the words do not say whose, and for coins and what no state issues. */
  readonly code: string | null
  /** What news in English means by the bare word or sign. */
  readonly usual: string | null
  /** A hundredth (or so) of another: cents, pence. */
  readonly minor: boolean
}

/** A row: code; name; whose (adjectives, countries); what (singular and plural words); signs and short forms. */
const NATIONAL = `
AED; United Arab Emirates dirham; united arab emirates|uae|emirati; dirham|dirhams;
AFN; Afghan afghani; afghan|; afghani|afghanis; ؋
ALL; Albanian lek; albanian|; lek|leks;
AMD; Armenian dram; armenian; dram|drams;
AOA; Angolan kwanza; angolan|; kwanza|kwanzas;
ARS; Argentine peso; argentine|argentinian|argentina; peso|pesos; ar$
AUD; Australian dollar; australian|australia|aussie; dollar|dollars|$; a$ au$ aud$
AWG; Aruban florin; aruban; florin|florins;
AZN; Azerbaijani manat; azerbaijani; manat|manats;
BAM; Bosnia and Herzegovina convertible mark; bosnia and herzegovina|bosnian; convertible mark|convertible marks;
BBD; Barbadian dollar; barbadian|barbados; dollar|dollars|$; bds$
BDT; Bangladeshi taka; bangladeshi|bangladesh|; taka|takas; ৳
BGN; Bulgarian lev; bulgarian|bulgaria|; lev|leva|levs; лв
BHD; Bahraini dinar; bahraini|bahrain; dinar|dinars;
BIF; Burundian franc; burundian|burundi; franc|francs;
BMD; Bermudian dollar; bermudian|bermuda; dollar|dollars|$; bd$
BND; Brunei dollar; brunei; dollar|dollars|$; b$
BOB; Bolivian boliviano; bolivian|bolivia|; boliviano|bolivianos;
BRL; Brazilian real; brazilian|brazil; real|reals|reais; r$
BSD; Bahamian dollar; bahamian|bahamas; dollar|dollars|$;
BTN; Bhutanese ngultrum; bhutanese|bhutan|; ngultrum|ngultrums;
BWP; Botswana pula; botswana|; pula|pulas;
BYN; Belarusian ruble; belarusian|belarus|new belarusian; ruble|rubles|rouble|roubles;
BZD; Belize dollar; belize; dollar|dollars|$; bz$
CAD; Canadian dollar; canadian|canada; dollar|dollars|$; c$ ca$ can$ cad$ cdn$
CDF; Congolese franc; congolese|congo; franc|francs;
CHF; Swiss franc; swiss; franc|francs; sfr
CLP; Chilean peso; chilean|chile; peso|pesos;
CNY; Chinese yuan; chinese|china|; yuan|renminbi|kuai; rmb ￥ 元 cn¥
COP; Colombian peso; colombian|colombia; peso|pesos;
CRC; Costa Rican colón; costa rican|costa rica; colón|colóns|colones|colon|colons; ₡
CUP; Cuban peso; cuban|cuba; peso|pesos;
CVE; Cape Verdean escudo; cape verdean; escudo|escudos;
CZK; Czech koruna; czech; koruna|korunas|crown|crowns; kč
DJF; Djiboutian franc; djiboutian|djibouti; franc|francs;
DKK; Danish krone; danish|denmark; krone|krones|kroner|crown|crowns;
DOP; Dominican peso; dominican; peso|pesos; rd$
DZD; Algerian dinar; algerian|algeria; dinar|dinars;
EGP; Egyptian pound; egyptian|egypt; pound|pounds|£; e£
ERN; Eritrean nakfa; eritrean|; nakfa|nakfas;
ETB; Ethiopian birr; ethiopian|; birr|birrs;
EUR; Euro; ; euro|euros; €
FJD; Fijian dollar; fijian|fiji; dollar|dollars|$; fj$
FKP; Falkland Islands pound; falkland islands|falkland island; pound|pounds|£;
GBP; British pound; british|uk|u.k.; pound|pounds|£|sterling|pound sterling|pounds sterling; stg gb£
GEL; Georgian lari; georgian|; lari|laris; ₾
GHS; Ghanaian cedi; ghanaian|ghana|; cedi|cedis; ₵ gh₵
GIP; Gibraltar pound; gibraltar; pound|pounds|£;
GMD; Gambian dalasi; gambian|; dalasi|dalasis;
GNF; Guinean franc; guinean; franc|francs;
GTQ; Guatemalan quetzal; guatemalan|guatemala|; quetzal|quetzals|quetzales;
GYD; Guyanese dollar; guyanese|guyana; dollar|dollars|$; gy$ g$
HKD; Hong Kong dollar; hong kong|hongkong|hk; dollar|dollars|$; hk$
HNL; Honduran lempira; honduran|; lempira|lempiras;
HRK; Croatian kuna; croatian|croatia|; kuna|kunas;
HTG; Haitian gourde; haitian|; gourde|gourdes;
HUF; Hungarian forint; hungarian|hungary|; forint|forints;
IDR; Indonesian rupiah; indonesian|; rupiah|rupiahs; rp
ILS; Israeli new shekel; israeli new|israeli|new|; shekel|shekels; ₪ nis
INR; Indian rupee; indian|india; rupee|rupees; ₹
IQD; Iraqi dinar; iraqi|iraq; dinar|dinars;
IRR; Iranian rial; iranian|iran; rial|rials;
ISK; Icelandic króna; icelandic|iceland; króna|krona|krónur|kronur|crown|crowns;
JEP; Jersey pound; jersey; pound|pounds|£;
JMD; Jamaican dollar; jamaican|jamaica; dollar|dollars|$; j$
JOD; Jordanian dinar; jordanian|jordan; dinar|dinars;
JPY; Japanese yen; japanese|japan|; yen|yens; ¥ jp¥
KES; Kenyan shilling; kenyan|kenya; shilling|shillings; ksh
KGS; Kyrgyzstani som; kyrgyzstani|kyrgyz; som|soms;
KHR; Cambodian riel; cambodian|cambodia|; riel|riels; ៛
KMF; Comorian franc; comorian; franc|francs;
KPW; North Korean won; north korean; won|wons;
KRW; South Korean won; south korean; won|wons;
KWD; Kuwaiti dinar; kuwaiti|kuwait; dinar|dinars;
KYD; Cayman Islands dollar; cayman islands|cayman island; dollar|dollars|$; ci$
KZT; Kazakhstani tenge; kazakhstani|kazakh|; tenge|tenges; ₸
LAK; Lao kip; lao|; kip|kips; ₭ ₭n
LBP; Lebanese pound; lebanese|lebanon; pound|pounds|£|lira|liras;
LKR; Sri Lankan rupee; sri lankan|sri lanka; rupee|rupees; රු ரூ
LRD; Liberian dollar; liberian|liberia; dollar|dollars|$;
LSL; Lesotho loti; lesotho|; loti|maloti;
LTL; Lithuanian litas; lithuanian|; litas;
LYD; Libyan dinar; libyan|libya; dinar|dinars;
MAD; Moroccan dirham; moroccan|morocco; dirham|dirhams;
MDL; Moldovan leu; moldovan|moldova; leu|lei;
MGA; Malagasy ariary; malagasy|; ariary|ariarys;
MKD; Macedonian denar; macedonian; denar|denars;
MMK; Burmese kyat; burmese|myanmar|; kyat|kyats;
MNT; Mongolian tögrög; mongolian|mongolia|; tögrög|tögrögs|togrog|togrogs|tugrik|tugriks; ₮
MOP; Macanese pataca; macanese|; pataca|patacas; mop$
MRO; Mauritanian ouguiya; mauritanian|; ouguiya|ouguiyas;
MUR; Mauritian rupee; mauritian|mauritius; rupee|rupees;
MVR; Maldivian rufiyaa; maldivian|; rufiyaa|rufiyaas;
MWK; Malawian kwacha; malawian; kwacha|kwachas;
MXN; Mexican peso; mexican|mexico; peso|pesos; mxn$ mex$ mx$
MYR; Malaysian ringgit; malaysian|malaysia|; ringgit|ringgits; rm
MZN; Mozambican metical; mozambican|; metical|meticals|meticais;
NAD; Namibian dollar; namibian|namibia; dollar|dollars|$; n$
NGN; Nigerian naira; nigerian|nigeria|; naira|nairas; ₦
NIO; Nicaraguan córdoba; nicaraguan|; córdoba|córdobas|cordobas;
NOK; Norwegian krone; norwegian|norway; krone|krones|kroner|crown|crowns;
NPR; Nepalese rupee; nepalese|nepali|nepal; rupee|rupees;
NZD; New Zealand dollar; new zealand|nz; dollar|dollars|$; nz$ nzd$
OMR; Omani rial; omani|oman; rial|rials;
PAB; Panamanian balboa; panamanian|; balboa|balboas;
PEN; Peruvian sol; peruvian|peruvian nuevo; sol|sols|soles;
PGK; Papua New Guinean kina; papua new guinean; kina|kinas;
PHP; Philippine peso; philippine|filipino; peso|pesos; ₱
PKR; Pakistani rupee; pakistani|pakistan; rupee|rupees;
PLN; Polish złoty; polish|poland|; złoty|złotys|zloty|zlotys; zł
PYG; Paraguayan guaraní; paraguayan|; guaraní|guaranís|guarani|guaranis; ₲
QAR; Qatari riyal; qatari|qatar; riyal|riyals;
RON; Romanian leu; romanian|romania; leu|lei;
RSD; Serbian dinar; serbian|serbia; dinar|dinars;
RUB; Russian ruble; russian|russia; ruble|rubles|rouble|roubles; ₽
RWF; Rwandan franc; rwandan|rwanda; franc|francs;
SAR; Saudi riyal; saudi|saudi arabian; riyal|riyals;
SBD; Solomon Islands dollar; solomon islands|solomon island; dollar|dollars|$; si$
SCR; Seychellois rupee; seychellois; rupee|rupees;
SDG; Sudanese pound; sudanese|sudan; pound|pounds|£;
SEK; Swedish krona; swedish|sweden; krona|kronas|kronor|crown|crowns;
SGD; Singapore dollar; singapore|singaporean; dollar|dollars|$; s$ sg$
SHP; Saint Helena pound; saint helena; pound|pounds|£;
SLL; Sierra Leonean leone; sierra leonean|; leone|leones;
SOS; Somali shilling; somali; shilling|shillings;
SRD; Surinamese dollar; surinamese|suriname; dollar|dollars|$;
SSP; South Sudanese pound; south sudanese|south sudan; pound|pounds|£;
STN; São Tomé and Príncipe dobra; são tomé and príncipe|; dobra|dobras;
SYP; Syrian pound; syrian|syria; pound|pounds|£|lira;
SZL; Swazi lilangeni; swazi|; lilangeni|emalangeni;
THB; Thai baht; thai|; baht|bahts; ฿
TJS; Tajikistani somoni; tajikistani|; somoni|somonis;
TMT; Turkmenistan manat; turkmenistan|turkmen; manat|manats;
TND; Tunisian dinar; tunisian|tunisia; dinar|dinars;
TOP; Tongan paʻanga; tongan|; paʻanga|pa'anga;
TRY; Turkish lira; turkish|turkey; lira|liras; ₺
TTD; Trinidad and Tobago dollar; trinidad and tobago|trinidad|trinidadian; dollar|dollars|$; tt$
TWD; New Taiwan dollar; new taiwan|taiwan|taiwanese|nt; dollar|dollars|$; nt$ ntd ntd$
TZS; Tanzanian shilling; tanzanian|tanzania; shilling|shillings; tsh
UAH; Ukrainian hryvnia; ukrainian|ukraine|; hryvnia|hryvnias|hryvnya|hryvnyas; ₴
UGX; Ugandan shilling; ugandan|uganda; shilling|shillings;
USD; United States dollar; united states|u.s.|u.s|us|american; dollar|dollars|$; us$ usd$
UYU; Uruguayan peso; uruguayan|uruguay; peso|pesos;
UZS; Uzbekitan som; uzbekistani|uzbek; som|soms|sum;
VEF; Venezuelan bolívar; venezuelan|venezuela|; bolívar|bolívares|bolivar|bolivars;
VND; Vietnamese dong; vietnamese|vietnam; dong|dongs|đồng; ₫
VUV; Vanuatu vatu; vanuatu|; vatu;
WST; Samoan tālā; samoan|; tālā|tala; ws$
XAF; Central African CFA franc; central african cfa|central african; franc|francs;
XCD; East Caribbean dollar; east caribbean; dollar|dollars|$; ec$
XOF; West African CFA franc; west african cfa|west african; franc|francs;
XPF; CFP franc; cfp; franc|francs;
YER; Yemeni rial; yemeni|yemen; rial|rials;
ZAR; South African rand; south african|south africa; rand|rands;
ZMW; Zambian kwacha; zambian|zambia; kwacha|kwachas;
`

/** A row: name; words and signs; what news usually means by it. */
const UNSAID = `
Dinar; dinar|dinars;
Dirham; dirham|dirhams; AED
Dollar; dollar|dollars|buck|bucks|$; USD
Franc; franc|francs;
Korean won; korean won|korean wons|won|wons|₩; KRW
Krone; crowns|krone|krones|kroner|krona|kronas|kronor|kr;
Leu; leu|lei; RON
Manat; manat|manats; AZN
Peso; peso|pesos;
Pound; pound|pounds|quid|£; GBP
Rand; rand|rands; ZAR
Riyal; riyal|riyals|rial|rials|﷼;
Ruble; ruble|rubles|rouble|roubles; RUB
Rupee; rupee|rupees|rs|rs.; INR
Shilling; shilling|shillings;
Lira; lira|liras; TRY
`

/** Currencies that no state issues any longer, or ever did: name; words and signs. */
const FORMER = `
Belgian franc; belgian franc|belgian francs|bef
Bitcoin; bitcoin|bitcoins|btc|xbt|₿
Deutsche mark; deutsche mark|deutsche marks|german mark|german marks|deutschmark|deutschmarks|dem
Finnish markka; finnish markka|finnish markkas|finnish markkaa|markka|markkaa|fim
French franc; french franc|french francs
Greek drachma; greek drachmas|drachmas
Italian lira; italian lira|italian lire|lire
Netherlands guilder; dutch guilder|dutch guilders|guilder|guilders|netherlands guilder|netherlands guilders|gulden
Peseta; peseta|pesetas|spanish peseta|spanish pesetas
Yugoslav dinar; yugoslav dinar|yugoslav dinars
`

/** Coins: name; words. */
const COINS = `
Cent; cent|cents|¢|euro cent|euro cents
Centavo; centavo|centavos
Centime; centime|centimes
Fen; fen
Fils; fils
Groschen; groschen
Jiao; jiao|mao
Kobo; kobo
Kopek; kopek|kopeks|kopeck|kopecks
Millibitcoin; millibitcoin|millibitcoins
Paisa; paisa|paise
Pence; pence|p
Penny; penny|pennies
Pfennig; pfennig|pfennigs
Rappen; rappen
Satang; satang
Satoshi; satoshi|satoshis
Sen; sen
Øre; øre|öre
`

/** Codes that are English words or names: believed only in capitals, and after their number. */
export const WORDLIKE_CODES: ReadonlySet<string> = new Set(
  `ALL AMD BAM BOB COP CUP DOP ERN GEL GIP LAK MAD MOP NAD PEN RON SAR SOS STD STN TOP TRY VND ZAR`.split(' '),
)

/** Words that are more often something else: a currency only with a number. */
export const NEEDS_A_NUMBER: ReadonlySet<string> = new Set(
  `crown crowns dong dram fen fils kina kip kr kuna lei lek leone leu lev lira loti manat mao mark nis penny pennies pound pounds
  pula rand real reals reais riel rm rp rs rs. sen sfr sol som sterling stg sum tala taka tenge vatu won yen yuan yens
  cent cents pence centime centimes satoshi satoshis kobo paisa paise jiao baht birr naira shilling shillings
  buck bucks quid p ¢ new shekel colon colons ¥ ￥ 元 nt us hk $ £ €`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that may stand before their number, as signs do: Rs 500; RMB 10; dollar 22.5 million. */
export const MAY_PRECEDE: ReadonlySet<string> = new Set(
  'dollar euro kr rmb rs rs. rm rp sen sfr ksh tsh stg nis ntd'.split(' '),
)

function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split(';').map((cell) => cell.trim()))
}

/** Every way of writing a currency, in lower case, with what it means. */
export const CURRENCY_WORDS: ReadonlyMap<string, Currency> = (() => {
  const words = new Map<string, Currency>()
  for (const [name = '', forms = ''] of rowsOf(COINS))
    for (const form of forms.split('|')) words.set(form, { name, code: null, usual: null, minor: true })
  for (const [name = '', forms = ''] of rowsOf(FORMER))
    for (const form of forms.split('|')) words.set(form, { name, code: null, usual: null, minor: false })
  for (const [code = '', name = '', whose = '', what = '', signs = ''] of rowsOf(NATIONAL)) {
    const currency: Currency = { name, code, usual: code, minor: false }
    words.set(code.toLowerCase(), currency)
    for (const owner of whose.split('|'))
      for (const unit of what.split('|')) words.set(`${owner.trim()} ${unit}`.trim(), currency)
    for (const sign of signs.split(' ').filter(Boolean)) words.set(sign, currency)
  }
  for (const [name = '', forms = '', usual = ''] of rowsOf(UNSAID))
    for (const form of forms.split('|')) words.set(form, { name, code: null, usual: usual || null, minor: false })
  return words
})()

/** ISO codes, for sums in millions of them: MUSD. */
export const CURRENCY_OF_CODE: ReadonlyMap<string, Currency> = new Map(
  [...CURRENCY_WORDS.values()]
    .filter(({ code }) => code !== null)
    .map((currency) => [currency.code as string, currency]),
)
