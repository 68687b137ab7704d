/**
 * Words that newspapers put for one another when they retell a statement: one family a line, its first word its name.
 * General English news vocabulary, sorted; what the measures already hold together (killed, dead, fatalities) is not
 * repeated. A family is wide on purpose - troops are soldiers are men -, since other words and the figures tell apart.
 */
export const FAMILIES = `
able can could
agree agreed accept accepted accepting approve approved
aim aims aimed purpose goal meant intended intends designed target targets targeted
announce announced announces announcement unveil unveiled disclose disclosed reveal revealed
attack attacks attacked attacking assault assaults offensive strike strikes struck raid raids storm stormed
begin begins began begun start starts started launch launched
build builds built rebuild rebuilding rebuilt restore restored restoring revive
bureaucracy bureaucratic red-tape
capable ability capability capacity
carmaker automaker manufacturer maker
change changes changed overhaul shake-up shakeup restructuring restructure reform reforms revamp
chief head boss leader ceo executive commander
children child kids minors youngsters
clash clashes battle battles combat fighting fights fought engagement engagements
close closes closed closing shut shuts shutting shutter
company firm business corporation group chipmaker
confirm confirmed verified verify
country nation state
decide decided decides decision
decline declined declines refuse refused
drone drones uav uavs unmanned
earthquake quake tremor
expect expects expected expecting anticipate anticipated forecast predict predicted project projected
fear fears feared worry worries worried concern concerns concerned
find finds found discover discovered
fire blaze wildfire
flat flatten flattened flattening streamline streamlining streamlined slim simplify simplified
flood floods flooding
frontier border borderland
gun guns rifle weapon weapons arms
heavy significant major massive serious large substantial considerable big badly extensive
help helps helped helping assist back backs backed bolster
hope hopes hoped
house home homes houses
important significant matter mattered
inexperience unfamiliar untrained inexperienced
instruct instructed order orders ordered urged pressure told
likely probably possibly perhaps
memo memos note notes letter
monday tuesday wednesday thursday friday saturday sunday
near close beside nearby around
number figure count tally total
official officials authorities government
pay pays paid paying payment
plan plans planned planning prepare prepares prepared preparing preparations ready set slated
plant factory site
police officer officers
possible potential potentially
quit resign resigned resignation resigns
rebel rebels insurgent insurgents militant militants fighters
region oblast province area district sector axis
report reports reported
say says said state stated
send further more additional extra reinforcement reinforcements new fresh rotate rotation
shell shells ammunition munitions artillery howitzers launchers
soldier soldiers troops troop men man servicemen infantry infantrymen forces force units unit personnel fighters contingent formations paratroopers paratroops paratroop
staff workforce employees employee workers worker jobs job positions position headcount
step move measure
storm hurricane cyclone typhoon
stop stops stopped halt halted end ends ended
talk talks negotiation negotiations
town village city settlement
try tries tried attempt attempts attempted
understand understanding understood know knowledge grasp
use uses used using
very extremely highly
vote voted votes ballot
weak poor little low
week weeks weekend
world globe worldwide global
`
