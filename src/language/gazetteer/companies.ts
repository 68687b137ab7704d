/**
 * The world's best-known companies, by their names in news, sorted: the Fortune Global 500's and S&P 100's members that
 * sell under a name of their own. Without Corp., Inc. and the like.
 */
const listed = (names: string): string[] => names.split('|').map((name) => name.trim().replace(/\s+/g, ' '))

export const COMPANIES: readonly string[] = listed(`
  3M|AMD|AT&T|AbbVie|Accenture|Adidas|Adobe|Airbnb|Airbus|Alcoa|Alibaba|Allianz|Alphabet|Amazon|American Airlines|
  American Express|Amgen|Anthropic|Apple|Aramco|ArcelorMittal|Arm|AstraZeneca|Audi|BASF|BHP|BMW|BP|Baidu|
  Bank of America|Barclays|Bayer|Berkshire Hathaway|BlackRock|Boeing|Bosch|Broadcom|ByteDance|CVS|Canon|Carrefour|
  Caterpillar|Chevron|Cisco|Citigroup|Coca-Cola|Comcast|ConocoPhillips|Continental|Costco|Credit Suisse|DHL|Dell|Deloitte|
  Delta Air Lines|Deutsche Bank|Deutsche Telekom|Disney|Dropbox|DuPont|E.ON|Electrolux|Eli Lilly|Enel|Engie|Ericsson|
  Exxon|ExxonMobil|Exxon Mobil|EY|Facebook|FedEx|Fiat|Ford Motor|Foxconn|Fujitsu|Gazprom|General Dynamics|
  General Electric|General Motors|Glencore|GlobalFoundries|GM|Goldman Sachs|Google|H&M|HP|HSBC|Halliburton|Hitachi|
  Home Depot|Honda|Honeywell|Huawei|Hyundai|IBM|IKEA|ING|Infosys|Instagram|Intel|Intuit|JPMorgan|JPMorgan Chase|
  Johnson & Johnson|KPMG|Kia|Kraft Heinz|L'Oréal|LG|LVMH|Lenovo|LinkedIn|Lloyds|Lockheed Martin|Lufthansa|Lukoil|Lyft|
  Maersk|Mastercard|Mazda|McDonald's|McKinsey|Mercedes-Benz|Merck|Meta|Micron|Microsoft|Mitsubishi|Morgan Stanley|
  Motorola|Nestlé|Nestle|Netflix|Nike|Nintendo|Nissan|Nokia|Northrop Grumman|Novartis|Novo Nordisk|Nvidia|NVIDIA|OpenAI|
  Oracle|PayPal|PepsiCo|Pepsi|Petrobras|PetroChina|Peugeot|Pfizer|Philips|Porsche|Procter & Gamble|PwC|Qualcomm|Raytheon|
  Renault|Rio Tinto|Roche|Rolls-Royce|Rosneft|Ryanair|SAP|Salesforce|Samsung|Samsung Electronics|Sanofi|Shell|
  Siemens|Sinopec|SoftBank|Sony|SpaceX|Spotify|Starbucks|Stellantis|Swatch|TSMC|Tata|Telefonica|Tencent|Tesco|Tesla|
  Texas Instruments|Thales|ThyssenKrupp|TikTok|Toshiba|TotalEnergies|Toyota|Twitter|UBS|UPS|Uber|Unilever|
  United Airlines|UnitedHealth|Vale|Verizon|Vodafone|Volkswagen|Volvo|Walmart|Wal-Mart|Wells Fargo|WhatsApp|Wipro|Xerox|
  Xiaomi|YouTube|ZTE|Zoom`)
