// npm run bench:ledger -- --search: what the ledger's parts cost, at the size that they are meant for.
import { parseArgs } from 'node:util'
import { benchSearch } from './search.ts'

const { values } = parseArgs({
  options: {
    search: { type: 'boolean' },
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
else console.log('npm run bench:ledger -- --search [--articles 100000] [--file LEDGER] [--postgres postgres://...]')
