/** The door to claims: Articles -> Claims, by an engine that is chosen or brought along. */
export { type Act, type Attribution, type Engine, EngineUnavailable, type Parts } from './attribution.ts'
export type {
  Claim,
  EventTime,
  Figure,
  Hedge,
  HedgeKind,
  Link,
  LinkKind,
  Place,
  Quote,
  SaidTime,
  Speaker,
  SpeakerKind,
} from './claim.ts'
export { ENGINES, type EngineName, loadEngine } from './engines.ts'
export { isReadable, readClaims } from './read.ts'
