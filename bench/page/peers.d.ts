// As much of the peers' types as is used here, so that the types check in a clone that has not installed them.
declare module 'linkedom' {
  interface PeerElement {
    remove(): void
  }
  export interface PeerDocument {
    querySelectorAll(selector: string): Iterable<PeerElement>
  }
  export function parseHTML(html: string): { document: PeerDocument }
}

declare module '@mozilla/readability' {
  import type { PeerDocument } from 'linkedom'
  export class Readability {
    constructor(document: PeerDocument)
    parse(): null | {
      title?: string | null
      content?: string | null
      byline?: string | null
      publishedTime?: string | null
    }
  }
}

declare module 'defuddle/node' {
  export interface DefuddleResponse {
    content: string
    title: string
    author: string
    published: string
  }
  export function Defuddle(html: string, url: string, options: { useAsync: boolean }): Promise<DefuddleResponse>
}

declare module '@extractus/article-extractor' {
  export interface ArticleData {
    title?: string | null
    author?: string | null
    published?: string | null
    content?: string | null
  }
  export function extractFromHtml(html: string, url: string): Promise<ArticleData | null>
}

declare module 'metascraper' {
  export interface Metadata {
    title?: string | null
    author?: string | null
    date?: string | null
  }
  type Rules = readonly unknown[]
  export default function make(rules: readonly Rules[]): (page: { html: string; url: string }) => Promise<Metadata>
}

declare module 'metascraper-author' {
  export default function rules(): readonly unknown[]
}

declare module 'metascraper-date' {
  export default function rules(): readonly unknown[]
}

declare module 'metascraper-title' {
  export default function rules(): readonly unknown[]
}
