// npm run bench:ledger -- --search | --ingest | --export: what the ledger's parts cost, at the size that they are meant for.
import { parseArgs } from 'node:util'
import { benchExport } from './export.ts'
import { benchIngest } from './ingest.ts'
import { benchSearch } from './search.ts'

const { values } = parseArgs({
  options: {
    search: { type: 'boolean' },
    ingest: { type: 'boolean' },
    export: { type: 'boolean' },
    claims: { type: 'string', default: '100000' },
    pages: { type: 'string', default: '1000' },
    articles: { type: 'string', default: '100000' },
    file: { type: 'string' },
    postgres: { type: 'string' },
  },
})

if (values.search)
  await benchSearch({
    articles: Number(values.articles),
    ...(values.file === undefined ? {} : { file: values.file }),
    ...(values.postgres === undefined ? {} : { postgres: values.postgres }),
  })
if (values.ingest)
  await benchIngest({
    pages: Number(values.pages),
    ...(values.file === undefined ? {} : { file: values.file }),
  })
if (values.export)
  await benchExport({
    claims: Number(values.claims),
    ...(values.file === undefined ? {} : { file: values.file }),
    ...(values.postgres === undefined ? {} : { postgres: values.postgres }),
  })
if (!values.search && !values.ingest && !values.export)
  console.log(
    'npm run bench:ledger -- --search [--articles 100000] [--file LEDGER] [--postgres postgres://...]\n' +
      'npm run bench:ledger -- --ingest [--pages 1000] [--file PAGES.jsonl]\n' +
      'npm run bench:ledger -- --export [--claims 100000] [--file LEDGER] [--postgres postgres://...]',
  )
