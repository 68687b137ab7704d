/**
 * A letter's HTML: one column that every program shows, its styles written at the elements, since programs take sheets out.
 * Nothing is loaded: no picture, no script, no font. Colours are named for both schemes, so that dark ones do not break it.
 */
import { Html, html } from '../html.ts'

/** How elements of letters look. */
const STYLES: Readonly<Record<string, string>> = {
  h2: 'font:400 22px/1.3 Georgia,serif;margin:32px 0 8px;',
  h3: 'font:600 16px/1.4 Georgia,serif;margin:20px 0 4px;',
  p: 'margin:0 0 10px;',
  'a class="button"':
    'display:inline-block;padding:10px 20px;background-color:#1d1c1a;color:#fffefb;text-decoration:none;border:1px solid #999;border-radius:3px;',
}

/** Writes styles at the elements that have none: all of them were made here. */
const styled = (source: string): string =>
  source.replace(/<(h2|h3|p|a class="button")(?=[ >])/g, (_, tag: string) => `<${tag} style="${STYLES[tag]}"`)

/** A letter as a whole document. */
export function sheet(title: string, parts: readonly Html[], foot: readonly Html[]): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;text-align:left;"><tr><td style="font:16px/1.5 Georgia,serif;word-break:break-word;">
${new Html(styled(parts.map(({ source }) => source).join('\n')))}
</td></tr><tr><td style="font:13px/1.5 Arial,sans-serif;padding-top:20px;border-top:1px solid #999;word-break:break-word;">
${new Html(styled(foot.map(({ source }) => source).join('\n')))}
</td></tr></table>
</td></tr></table>
</body>
</html>
`
  return page.source
}
