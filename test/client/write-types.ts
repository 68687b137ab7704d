// npm run client:types: writes the client's types anew from the API's document.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from '../../src/web/api/document.ts'
import { clientTypes } from './types.ts'

writeFileSync(join(import.meta.dirname, '../../src/client/api.ts'), clientTypes(documentOf('/api/v1')))
