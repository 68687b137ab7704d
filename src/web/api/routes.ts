/** All routes of the API, in the order of its document. */
import type { Route } from './route.ts'
import { articleRoutes } from './routes/articles.ts'
import { claimRoutes } from './routes/claims.ts'
import { correctingRoutes } from './routes/correcting.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { developmentRoutes } from './routes/developments.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { pageRoutes } from './routes/pages.ts'
import { searchRoutes } from './routes/search.ts'
import { sourceRoutes } from './routes/sources.ts'
import { storyRoutes } from './routes/stories.ts'

export const ROUTES: readonly Route[] = [
  ...claimRoutes,
  ...searchRoutes,
  ...articleRoutes,
  ...storyRoutes,
  ...sourceRoutes,
  ...developmentRoutes,
  ...correctionRoutes,
  ...correctingRoutes,
  ...pageRoutes,
  ...ledgerRoutes,
]
