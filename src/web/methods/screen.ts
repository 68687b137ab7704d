/** Methods: how a page is read, how well that goes, where it fails, and how mistakes are put right. */
import { Hono } from 'hono'
import { html } from '../../publish/html.ts'
import { shown } from '../layout.ts'
import type { Asked, Screen } from '../site.ts'

export const methodsScreen = (): Screen =>
  new Hono<Asked>().get('/', (c) => shown(c, { title: 'Methods', part: 'methods', main: html`<h1>Methods</h1>` }))
