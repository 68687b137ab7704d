/**
 * Forenames that English news of the world meets often, by the pronoun that usually takes them up. Names borne by both
 * stand in `either`. Lower case, sorted by habit of region: English, European, Slavic, Arabic and Asian.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const HE = words(`
  abbas abdel abdelaziz abdullahi ablaye adel adolf afonso ahmet akbar akira akram alain alastair alban alberto aldo alessandro
  alexandre alexis alfonso alfredo alistair alois alonso altaf alvaro amadou amin amos anas ananda angus anil anton anwar
  archie arjun armin arne arnaud artem arturo arvind ashok asif aslan atul august axel ayman aziz baltasar bart bartosz
  basil benito benoit bilal bjorn bogdan bohdan boyko branko bryce burak carlo carmelo casper cem chad chaim chester
  chidi christos ciaran claes clemens clive conor constantin cornelius cristian cristiano cyrus damien danilo dante
  danylo daoud darius davide davit declan desmond devendra didier dietrich dinesh dionisio domenico dragan drew edmond
  edmund edouard eli elias elijah eliot elliot elliott elmar emil emile emilio emir emre enzo erdal ernst erwin eyad ezra
  fadi fahad faisal farid federico ferdinand fergus fidel fikret florian fouad franco fritz gaetano ganesh gareth gaston
  gavriel gennady georg georges georgi georgios gerd gerhardt germán ghassan gianni gideon gilbert gilles giulio gonzalo
  goran gottfried guillaume gunnar gunther gustaf habib haider hakeem halil hamza hani haruki haruto hassane haydar heiko
  hendrik herve hichem hideo hiroki holger horst houssam hristo humberto iain idris ignacio igor ihor imad immanuel ingo
  ioannis irfan ismael itamar ivo jabir jafar jakub jalal jamal janez janos jaroslaw jarred javad jerzy joachim joao joel
  jonas joost jorgen josip jovan juergen julius jurgen juri kaan kareem karol kasper kaspar katsuya kazuo kemal kenji
  kenny kenta khalil kofi koji krzysztof kwame ladislav lamar laszlo lech leif leonhard leroy levi li linus lionel loic
  lothar luciano ludovic ludwig lukasz maarten maciej majid manfred manish manmohan marat marcelo marcin marek marian
  mariano marius marlon mats mattias maurizio maxime mehdi mert mickey miguel mihai mikael mike miloš mirko miroslav mohan
  mordechai moritz moshe mukesh murad murat mykyta nabil naftali nahum naoki naveed neal ned nestor nikita nikola nils
  nnamdi norbert nuno octavio odd ole olivier omer orhan oriol osman oswald otmar ottavio pankaj paolo pascual patrice
  pawel pierce pierluigi prakash prashant quentin radek radoslaw rafal rajiv rakesh ramesh ramiro ramzan ramzi raoul rashad
  rasmus reinhold remy rene riccardo riyad rohit ronan rostyslav ruslan rustam ruud saad sabah said sajid salim samir sandro
  santiago satoshi saud sebastián sergii sergiu shahid shai shankar sharif shigeru shlomo siegfried sigmund silvio slobodan
  sohail soren stanislaw stavros stefano stephan stig sunil svend sylvain tadeusz takeshi tamir tarek taras tariq taro
  teddy teodor thaddeus theo theodor thierry thorsten tiago tibor timo tobias tomas tomasz tomoko torsten tristan tyrone
  udo ulf umar umberto uri usman uwe vaclav valentin valeriy vasil vasile viggo vijay vikram ville viorel vito vitor
  vladislav vlado volker volodymyr vyacheslav waldemar walid wilfried wilhelm willi winston wladimir wojciech yahya yannick
  yannis yaroslav yasser yasuo yigal yoel yoshihide yosef yousef youssef yuki yunus yusuke yuval yvan zaid zbigniew zdenek
  zeev ziad zoltan zoran zvi
  aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro aleksandr aleksei alex alexander alexei
  alexey alfred ali allan allen alvin amir anatoly anders andre andreas andrei andrew andrey andrij andriy angelo anthony
  antoine anton antonio antony antti ari armando arnold arthur ashraf augusto austin barack barry bashar bashir ben
  benjamin benny bernard bernardo bernie bertrand bill billy björn bob bobby boris brad bradley brandon brendan brent
  brett brian bruce bruno bryan byron carl carlos cedric cesar charles charlie chris christian christoph christophe
  christopher clarence clark claude claudio claus clifford clinton colin connor corey craig curtis cyril dale damian
  dan daniel danny darrell darren dave david dean denis dennis derek diego dieter dimitri dirk dmitri dmitriy dmitry
  dmytro dominic dominique don donald doug douglas duncan dustin dwight earl eddie edgar eduardo edward edwin ehud
  emmanuel enda enrique eric erik ernest ernesto eugene evan fabio felipe felix fernando filip floyd francesco francis
  francisco franck francois françois frank franklin franz fred frederic frederick friedrich gabriel gary gavin gene
  geoffrey george gerald gerard gerhard giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory guido
  guillermo günter gustavo guy hakan hamid hans harold harry harvey hasan hassan hector heinrich heinz helmut henri
  henrik henry herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor ilya imran isaac ismail ivan jack jacob
  jacques jaime jake jakob james jamie jan jared jason javier jay jean jeb jeff jeffery jeffrey jens jeremy jerome jerry
  jesse jim jimmy joaquin joe joel joerg johan johann johannes john johnny jon jonathan jorge jose josé josef joseph josh
  joshua juan juha julian julio justin kamal karim karl kassym keith ken kenneth kent kevin khaled khalid kirill klaus
  konstantin kristian kumar kurt kyle kyrylo lance larry lars laurent lawrence lee len leo leon leonard leonardo leonid
  leopold lewis liam lindsey lloyd lorenzo lou louis luc luca lucas luigi luis luiz lukas luke magnus mahmoud malcolm
  manuel marc marcel marco marcos marcus mario mark markus marshall martin marvin massimo mathias matt matteo matthew
  matthias maurice max maxim mehmet melvin michael micheál michel miguel mihail mike mikhail milan milo milton mitch
  mitt mohamed mohammad mohammed muhammad mustafa mykhailo mykola narendra nasser nathan nathaniel neil nelson nicholas
  nick nicolas nigel nikolai nikolay noah norman olaf oleg oleh oleksandr oleksii oleksiy oliver omar oscar osama otto
  owen pablo paddy paolo pascal pat patrick pavel pavlo paul pedro per pete peter petr petro phil philip philippe pierre
  piotr pyotr qasem rafael rahul rajesh ralph ramon randall randy rashid raul ray raymond recep reinhard reza ricardo
  richard rick ricky rob robert roberto rodney rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudy rupert
  russell ryan sadiq saeed salah salman salvador sam sami samuel sanjay saul scott sean sebastian serge sergei sergey
  sergio serhii serhiy seth shane shaun shawn shinzo simon stanislav stanley stefan stephane stephen steve steven stuart
  suresh sven syed tariq ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler ulrich
  valery vasily vasyl victor viktor vincent vitali vitaliy vitaly vladimir volodymyr wade waleed walter warren wayne
  werner wesley will willem william willie wolfgang xavier yair yevgeny yitzhak yoav yuri yuriy yury yusuf yves zachary`)

const SHE = words(`
  ada adele aileen aleksandra alexa alina amal amelia anneliese anya ava ayesha beata bella birgit brigid britney bronwyn
  candace carolina cecile chiara cordelia dagmar daphne darya deirdre delia dilma doreen ekaterina eloise elsie emilia
  esperanza estelle eugenia ewa fanny farah felicity fernanda fiorella freya frida gabriella gemma giulia greta guadalupe
  gwendolyn halima hanna hanan hatice hedwig henrietta hilde imelda ines inge iryna ivana izabela jadwiga jana janelle
  jennie jocelyn johanna joy judit kaja karolina katarina kateryna katharina kathy kayleigh khadijah kristine krystyna
  lakshmi latoya layla leticia liliana lilian lily liudmyla lorena luciana lucinda luz maeve magdalena maja malgorzata
  manuela mara marcela mariam mariana mariya marta marwa mathilde mavis maya meera mia michaela mila mirjam monique
  muriel myriam nadine nadiya nasrin natalya niamh noor noreen nour ofelia oprah paige paloma paola phoebe pilar polly
  portia preeti priya rachael rania rashida renata rhonda rima roisin rosario rowena roza ruby rukhsana sadie safiya saima
  salma sanna saoirse sarai serena shabana shaheen sheryl shirin siobhan soledad solveig stephany sunita susanne svitlana
  tabitha tatjana tess tetiana thea thelma therese trudy uma ute vera viola wilma ximena yael yasmin yulia yuliya zainab
  zaha zeynep zofia zsuzsanna zuzana
  abigail adriana agnes aisha alexandra alice alicia alison allison alyssa amanda amber amina amy ana anastasia andrea
  angela angelina angie anita ann anna annalena anne annette annie antonia april arlene ashley audrey barbara beatrice
  becky belinda benazir bernadette beth bethany betty beverly bianca bonnie brenda brianna bridget brigitte brooke camilla
  camille carla carly carmen carol carole caroline carolyn carrie caitlin catherine cathy cecilia charlene charlotte chelsea
  cheryl chloe christina christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy dana daniela
  danielle daria darlene dawn deborah debra denise diana diane dianne dolores donna dora dorothy edith eileen elaine
  eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma erica erika erin esther ethel eva evelyn faith
  fatima federica fiona florence frances francesca gabriela gail galina gayle geraldine gina ginny giorgia gladys glenda
  gloria grace gretchen gwen hannah harriet hazel heather heidi helen helena hilary hillary holly hope huma ida ilhan
  indira ingrid irene irina iris isabel isabella isabelle ivanka ivy jacinda jacqueline jane janet janice jasmine jeanne
  jenna jennifer jenny jessica jill jo joan joanna joanne jodi josephine joyce juanita judith judy julia juliana julie
  june kamala karen karin karla kate katerina katherine kathleen kathryn kathy katie katrina kayla keiko kelly kerry khadija
  kim kimberly kirsten kirstjen krista kristen kristin kristina lara larisa laura lauren laurie leah leila lena lesley
  leslie leyla lida lidia lillian linda lisa liz liza lois loretta lori lorraine louise lucia lucy ludmila luisa lydia
  lynn lynne madeleine madison maggie maia malala mandy marcia margaret margarita margot maria marianne marie marilyn
  marina marine marion marjorie marlene marsha martha martina mary maryam maureen maxine megan meghan melania melanie
  melinda melissa mercedes mercy meredith michele michelle mildred mina miranda miriam molly mona monica monika nadia
  nancy naomi natalia natalie natalya natasha nathalie nicola nicole nikki nina nora norma oksana olena olga olha olivia
  pamela patricia patty paula pauline peggy penelope penny petra phyllis polina priscilla priti rachel ramona rebecca
  regina renee rita roberta rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah sasha
  shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sophia sophie stacey stacy stella stephanie
  sue susan susanna suzanne svetlana sviatlana sylvia tamara tammy tanya tara tatiana tatyana teresa theresa tiffany tina
  tonya tracy tulsi uliana ursula valentina valerie vanessa vera veronica vicki victoria viktoriia viktoriya violet
  virginia vivian wanda wendy whitney yana yelena yolanda yulia yuliia yvette yvonne zoe`)

const EITHER = words(`
  addison alexis ariel avery bailey blair cameron carey casey chen dakota devin dylan eun hyun jackie jamie jin jordan
  jung kai kelly kerry kim lee leslie lindsay logan lou min morgan parker quinn reese riley robin sam sandy shannon
  skyler sun sydney taylor terry tracy wei xin yan young`)

const GENDER = new Map<string, 'he' | 'she' | 'either'>()
for (const name of HE) GENDER.set(name, 'he')
for (const name of SHE) GENDER.set(name, 'she')
for (const name of EITHER) GENDER.set(name, 'either')

/** The pronoun that usually takes up a person of this forename; null for a name not listed. */
export function genderOfForename(name: string): 'he' | 'she' | 'either' | null {
  return GENDER.get(name.toLowerCase()) ?? null
}

export const FORENAMES: readonly string[] = [...GENDER.keys()]
