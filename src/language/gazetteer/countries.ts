/**
 * The countries of the world as English news names them, sorted: name; adjectives and the words for their people;
 * capital; other names. Sources: the United Nations' member list, the CIA World Factbook's adjectives, news styles.
 */
const TABLE = `
Afghanistan|Afghan,Afghani|Kabul|
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Andorra|Andorran|Andorra la Vella|
Angola|Angolan|Luanda|
Argentina|Argentine,Argentinian,Argentinean|Buenos Aires|
Armenia|Armenian|Yerevan|
Australia|Australian,Aussie|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani,Azeri|Baku|
Bahamas|Bahamian|Nassau|The Bahamas
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Barbados|Barbadian|Bridgetown|
Belarus|Belarusian,Belarussian|Minsk|
Belgium|Belgian|Brussels|
Belize|Belizean|Belmopan|
Benin|Beninese|Porto-Novo|
Bhutan|Bhutanese|Thimphu|
Bolivia|Bolivian|La Paz|
Bosnia and Herzegovina|Bosnian|Sarajevo|Bosnia,Bosnia-Herzegovina
Botswana|Botswanan|Gaborone|
Brazil|Brazilian|Brasilia|
Brunei|Bruneian|Bandar Seri Begawan|
Bulgaria|Bulgarian|Sofia|
Burkina Faso|Burkinabe|Ouagadougou|
Burundi|Burundian|Gitega|
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaounde|
Canada|Canadian|Ottawa|
Cape Verde|Cape Verdean|Praia|Cabo Verde
Central African Republic|Central African|Bangui|
Chad|Chadian|N'Djamena|
Chile|Chilean|Santiago|
China|Chinese|Beijing|People's Republic of China,PRC
Colombia|Colombian|Bogota|
Comoros|Comorian|Moroni|
Congo|Congolese|Kinshasa|Democratic Republic of the Congo,Democratic Republic of Congo,DRC,DR Congo
Costa Rica|Costa Rican|San Jose|
Croatia|Croatian|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
Czech Republic|Czech|Prague|Czechia
Denmark|Danish,Dane|Copenhagen|
Djibouti|Djiboutian||
Dominican Republic|Dominican|Santo Domingo|
East Timor|Timorese|Dili|Timor-Leste
Ecuador|Ecuadorian,Ecuadorean|Quito|
Egypt|Egyptian|Cairo|
El Salvador|Salvadoran|San Salvador|
Eritrea|Eritrean|Asmara|
Estonia|Estonian|Tallinn|
Eswatini|Swazi|Mbabane|Swaziland
Ethiopia|Ethiopian|Addis Ababa|
Fiji|Fijian|Suva|
Finland|Finnish,Finn|Helsinki|
France|French,Frenchman,Frenchwoman|Paris|
Gabon|Gabonese|Libreville|
Gambia|Gambian|Banjul|The Gambia
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|
Ghana|Ghanaian|Accra|
Greece|Greek|Athens|
Greenland|Greenlandic|Nuuk|
Grenada|Grenadian||
Guatemala|Guatemalan|Guatemala City|
Guinea|Guinean|Conakry|
Guyana|Guyanese|Georgetown|
Haiti|Haitian|Port-au-Prince|
Honduras|Honduran|Tegucigalpa|
Hong Kong|Hong Konger||
Hungary|Hungarian|Budapest|
Iceland|Icelandic,Icelander|Reykjavik|
India|Indian|New Delhi|
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran|Islamic Republic of Iran
Iraq|Iraqi|Baghdad|
Ireland|Irish,Irishman,Irishwoman|Dublin|Republic of Ireland
Israel|Israeli|Jerusalem|
Italy|Italian|Rome|
Ivory Coast|Ivorian|Yamoussoukro|Côte d'Ivoire,Cote d'Ivoire
Jamaica|Jamaican|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian|Amman|
Kazakhstan|Kazakh,Kazakhstani|Astana|
Kenya|Kenyan|Nairobi|
Kosovo|Kosovar,Kosovan|Pristina|
Kuwait|Kuwaiti|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian,Lao|Vientiane|
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|
Lesotho|Basotho|Maseru|
Liberia|Liberian|Monrovia|
Libya|Libyan|Tripoli|
Liechtenstein|Liechtensteiner|Vaduz|
Lithuania|Lithuanian|Vilnius|
Luxembourg|Luxembourgish||
Madagascar|Malagasy|Antananarivo|
Malawi|Malawian|Lilongwe|
Malaysia|Malaysian|Kuala Lumpur|
Maldives|Maldivian||
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Mauritania|Mauritanian|Nouakchott|
Mauritius|Mauritian|Port Louis|
Mexico|Mexican|Mexico City|
Moldova|Moldovan|Chisinau|
Monaco|Monegasque||
Mongolia|Mongolian|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Mozambique|Mozambican|Maputo|
Myanmar|Burmese|Naypyitaw|Burma
Namibia|Namibian|Windhoek|
Nepal|Nepali,Nepalese|Kathmandu|
Netherlands|Dutch,Dutchman|The Hague|The Netherlands,Holland
New Zealand|New Zealander,Kiwi|Wellington|
Nicaragua|Nicaraguan|Managua|
Niger|Nigerien|Niamey|
Nigeria|Nigerian|Abuja|
North Korea|North Korean|Pyongyang|Democratic People's Republic of Korea,DPRK,N. Korea,N Korea
North Macedonia|Macedonian|Skopje|Macedonia
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|
Pakistan|Pakistani|Islamabad|
Palestine|Palestinian|Ramallah|Palestinian Territories
Panama|Panamanian|Panama City|
Papua New Guinea|Papua New Guinean|Port Moresby|
Paraguay|Paraguayan|Asuncion|
Peru|Peruvian|Lima|
Philippines|Philippine,Filipino,Filipina|Manila|The Philippines
Poland|Polish|Warsaw|
Portugal|Portuguese|Lisbon|
Puerto Rico|Puerto Rican|San Juan|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia|Russian|Moscow|Russian Federation
Rwanda|Rwandan|Kigali|
Samoa|Samoan|Apia|
Saudi Arabia|Saudi,Saudi Arabian|Riyadh|
Senegal|Senegalese|Dakar|
Serbia|Serbian,Serb|Belgrade|
Sierra Leone|Sierra Leonean|Freetown|
Singapore|Singaporean||
Slovakia|Slovak,Slovakian|Bratislava|
Slovenia|Slovenian,Slovene|Ljubljana|
Solomon Islands|Solomon Islander|Honiara|
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria|
South Korea|South Korean|Seoul|Republic of Korea,ROK,S. Korea,S Korea
South Sudan|South Sudanese|Juba|
Spain|Spanish,Spaniard|Madrid|
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Suriname|Surinamese|Paramaribo|
Sweden|Swedish,Swede|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian|Damascus|
Taiwan|Taiwanese|Taipei|
Tajikistan|Tajik|Dushanbe|
Tanzania|Tanzanian|Dodoma|
Thailand|Thai|Bangkok|
Togo|Togolese|Lome|
Tonga|Tongan|Nuku'alofa|
Trinidad and Tobago|Trinidadian|Port of Spain|Trinidad
Tunisia|Tunisian|Tunis|
Turkey|Turkish,Turk|Ankara|Türkiye,Turkiye
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv|
United Arab Emirates|Emirati|Abu Dhabi|UAE,Emirates
United Kingdom|British,Briton,Brit|London|UK,U.K.,Britain,Great Britain
United States|American|Washington|US,U.S.,USA,U.S.A.,United States of America,America
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Vatican|Vatican|Vatican City|Holy See
Venezuela|Venezuelan|Caracas|
Vietnam|Vietnamese|Hanoi|Viet Nam
Yemen|Yemeni|Sanaa|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|
`

export interface Country {
  readonly name: string
  /** Adjectives and the singular words for its people. */
  readonly adjectives: readonly string[]
  readonly capital: string | null
  readonly others: readonly string[]
}

const listed = (cell: string | undefined): string[] => (cell ? cell.split(',') : [])

const COUNTRIES: readonly Country[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name, adjectives, capital, others] = line.split('|')
    return { name: name as string, adjectives: listed(adjectives), capital: capital || null, others: listed(others) }
  })

/** Capitals that news also writes otherwise, or through which a government speaks though it is no capital. */
const OTHER_CAPITALS: Readonly<Record<string, string>> = {
  'Abu Dhabi': 'United Arab Emirates',
  Ankara: 'Turkey',
  Delhi: 'India',
  Kiev: 'Ukraine',
  'Washington D.C.': 'United States',
  'Washington, D.C.': 'United States',
}

const BY_NAME = new Map<string, Country>()
const BY_ADJECTIVE = new Map<string, Country>()
const BY_CAPITAL = new Map<string, Country>()
for (const country of COUNTRIES) {
  for (const name of [country.name, ...country.others]) BY_NAME.set(name, country)
  for (const word of country.adjectives) {
    BY_ADJECTIVE.set(word, country)
    if (/[cs]h(?:wo)?man$/.test(word)) BY_ADJECTIVE.set(word.replace(/man$/, 'men'), country)
    else if (!/(?:ese|ish|ch|ss)$/.test(word)) BY_ADJECTIVE.set(`${word}s`, country)
  }
  if (country.capital) BY_CAPITAL.set(country.capital, country)
}
for (const [city, name] of Object.entries(OTHER_CAPITALS)) BY_CAPITAL.set(city, BY_NAME.get(name) as Country)

/** SEOUL as Seoul; initials stay as they are. */
const plain = (name: string): string =>
  name.length > 3 && /^\p{Lu}[\p{Lu} -]+$/u.test(name)
    ? name.toLowerCase().replace(/(?<![\p{L}])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name

/** The country of this name, `U.S.` and `Britain` as well as the full one, or null. */
export function countryNamed(name: string): Country | null {
  return BY_NAME.get(name) ?? BY_NAME.get(plain(name)) ?? null
}

/** The country that an adjective or a word for its people belongs to: `South Korean`, `Swedes`; or null. */
export function countryOfAdjective(word: string): Country | null {
  return BY_ADJECTIVE.get(word) ?? BY_ADJECTIVE.get(plain(word)) ?? null
}

/** The country whose capital this is, or null. */
export function countryOfCapital(city: string): Country | null {
  return BY_CAPITAL.get(city) ?? BY_CAPITAL.get(plain(city)) ?? null
}

/** All that names a country, its people or its capital, for the tagger's gazetteer. */
export const COUNTRY_NAMES: readonly string[] = [...BY_NAME.keys()]
export const NATIONALITIES: readonly string[] = [...BY_ADJECTIVE.keys()]
export const CAPITALS: readonly string[] = [...BY_CAPITAL.keys()]
