/** Words that tell nothing of what is said: the grammar of English, and the words of saying themselves. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  `a about above according across after again against all almost along already also although am amid among an and another
  any are as at away be because been before being below between both but by came can come could did do does doing done
  down due during each either else even ever every few for from further gave get getting give given go goes going gone got
  had has have having he her here hers herself him himself his how however i if in including indeed instead into is it its
  itself just keep kept last later least less let like made make makes making many may me might more most much must my
  near nearly neither never no nor not now of off on once one only onto or other others our out over own part put quite
  rather really s said same say saying says see seem seems seen several shall she should since so some still such take
  taken takes than that the their them themselves then there these they thing this those though through thus to today
  together told too took toward towards two under unless until up upon us very via was way we well went were what when
  where whether which while who whom whose why will with within without would yes yesterday yet you your`.split(/\s+/),
)
