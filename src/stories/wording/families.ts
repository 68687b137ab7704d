/**
 * Words that newspapers put for one another when they retell a statement: one family a line, its first word its name.
 * General English news vocabulary, sorted; what the measures already hold together (killed, dead, fatalities) is not
 * repeated. A family is wide on purpose - troops are soldiers are men -, since other words and the figures tell apart.
 */
export const FAMILIES = `
able can could
accident crash crashed collision derailment derailed
account accounts ledger ledgers record records books document documents
accuse accused accuses blame blamed allege alleged
agree agreed accept accepted accepting approve approved
aim aims aimed purpose goal meant intended intends designed target targets targeted
aircraft plane planes jet jets
ally allies allied friendly partner partners
announce announced announces announcement unveil unveiled disclose disclosed reveal revealed
answer answered respond responded response reply replied comment commented
arrest arrested arrests detain detained custody
attack attacks attacked attacking assault assaults offensive strike strikes struck raid raids storm stormed
begin begins began begun start starts started launch launched
blast explosion explosions exploded bomb bombs bombing explosive explosives
boat boats ship ships vessel vessels
bonus bonuses
bring brought
build builds built rebuild rebuilding rebuilt restore restored restoring revive
bureaucracy bureaucratic red-tape
burn burned burnt destroy destroyed destroying wreck wrecked demolish demolished ruin ruined damage damaged
buy bought buying purchase purchased acquire acquired acquisition takeover
capable ability capability capacity
captive capture captured captures prisoner prisoners pow seize seized
carmaker automaker manufacturer maker
cash money fund funds funding finance budget budgets
cause causes caused reason reasons
ceasefire truce armistice
change changes changed overhaul shake-up shakeup restructuring restructure reform reforms revamp
charge charged charges indict indicted prosecute prosecuted
chief head boss leader ceo executive commander
children child kids minors youngsters
city cities municipal
civilian civilians resident residents inhabitant inhabitants citizen citizens
clash clashes battle battles combat fighting fights fought engagement engagements
close closes closed closing shut shuts shutting shutter
company firm business corporation group chipmaker
confirm confirmed verified verify
country nation state
court courts tribunal judge judges
crossing cross crossed
customer customers client clients
danger dangers dangerous threat threats threaten threatened risk risks risky unsafe
deal deals agreement agreements accord pact
decide decided decides decision
decline declined declines refuse refused
demand demands demanded call calls called appeal appealed request requested ask asked
deny denied denies reject rejected rejects dismiss dismissed refute refuted
difficult hard tough challenging trouble troubles
disease diseases illness illnesses infection infections sickness fever
divest spin spun
doctor doctors medic medics physician physicians
drone drones uav uavs unmanned
earthquake quake tremor
effect effects impact impacts consequence consequences
election elections poll polls
enemy foe foes
evacuate evacuated evacuation flee fled
evidence proof
expect expects expected expecting anticipate anticipated forecast predict predicted project projected
experience experienced
export exports
fall falls fell fallen drop drops dropped decrease decreased shrink shrank shrunk slump plunge plunged lower lowered reduce reduces reduced reduction
family families relatives
fast quick quickly rapid rapidly speedy
fear fears feared worry worries worried concern concerns concerned
female woman women girl girls
fierce fiercest intense intensive hottest
find finds found discover discovered
fire blaze wildfire
flat flatten flattened flattening streamline streamlining streamlined slim simplify simplified
flood floods flooding
foreign overseas abroad
frontier border borderland
gun guns rifle weapon weapons arms
harm injury injuries wound wounds toll
heavy significant major massive serious large substantial considerable big badly extensive
help helps helped helping assist back backs backed bolster
hire hired hiring recruit recruited recruiting
hope hopes hoped
house home homes houses
important significant matter mattered
inexperience unfamiliar untrained inexperienced
inquiry probe probes investigation investigations investigate investigated investigators detectives
instruct instructed order orders ordered urged pressure told
jail jailed prison imprisoned sentenced
law laws bill bills legislation
lawmaker lawmakers legislator legislators mp mps
lawyer lawyers attorney attorneys counsel
likely probably possibly perhaps
manager managers executive executives management
memo memos note notes letter
missile missiles rocket rockets
monday tuesday wednesday thursday friday saturday sunday
near close beside nearby around
number figure count tally total
official officials authorities government
parliament legislature
pay pays paid paying payment
plan plans planned planning prepare prepares prepared preparing preparations ready set slated
plant factory site
police officer officers
possible potential potentially
price prices cost costs
produce produced product products production
profit profits earnings
promise promised promises pledge pledged pledges vow vowed commit committed commitment
protest protests protesters demonstration demonstrations demonstrators rally rallies march marched
push pushed drive drove
quit resign resigned resignation resigns
rain rains downpour rainfall
rebel rebels insurgent insurgents militant militants fighters
refuge shelter shelters sheltered
refugee refugees migrant migrants
region oblast province area district sector axis
remain remains remained stay stays stayed
replace replaced replacement substitute
report reports reported
retreat retreated withdraw withdrew withdrawn withdrawal pullout
return returned returning
rise rises rose risen increase increases increased increasing grow grows grew growing growth climb climbs climbed mount mounted surge surged swell escalate escalated
role roles
sale sales sell sells sold selling
say says said state stated
school schools classroom classrooms class classes pupil pupils student students schoolchildren teaching lessons
send further more additional extra reinforcement reinforcements new fresh rotate rotation
share shares stock stocks
shell shells ammunition munitions artillery howitzers launchers
shoot shot shooting gunfire
shortage shortages lack lacking
sign signs signal signals indication indications indicate indicates
skill skills talent talents
soldier soldiers troops troop men man servicemen infantry infantrymen forces force units unit personnel fighters contingent formations paratroopers paratroops paratroop
staff workforce employees employee workers worker jobs job positions position headcount
step move measure
stop stops stopped halt halted end ends ended
storm hurricane cyclone typhoon
strategy strategic
suffice sufficed sufficient enough
supply supplies supplied provide provided deliver delivered delivery deliveries
support supports supported aid
surprise surprised unexpected
talk talks negotiation negotiations
tariff tariffs levy levies duty duties tax taxes
town village city settlement
trade trading
train trains rail railway railways
trial trials hearing hearings
try tries tried attempt attempts attempted
understand understanding understood know knowledge grasp
use uses used using
vaccine vaccines vaccinate vaccinated vaccination jab jabs dose doses
vehicle vehicles car cars truck trucks
very extremely highly
virus epidemic outbreak
vote voted votes ballot
war wars conflict conflicts
warn warned warns warning caution cautioned alert
weak poor little low
week weeks weekend
world globe worldwide global
wrong mistake mistakes error errors
`
