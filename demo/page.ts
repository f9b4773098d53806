import { composer, endColumn, startColumn, topBar } from './columns.ts'
import { feedItems, type FeedItem } from './feed.ts'
import { Html, html } from './html.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { pageStyle } from './page-style.ts'
import type { DemoPost, Lang, Structure } from './posts.ts'
import { WORDS } from './words.ts'

export interface PageOptions {
  posts: DemoPost[]
  structure?: Structure
  lang?: Lang
  dir?: 'ltr' | 'rtl'
  dark?: 'auto' | 'light' | 'dark'
  more?: boolean
  late?: boolean
  mutate?: boolean
  /** For the page's own style and script under the Content-Security-Policy it is sent with. */
  nonce?: string
}

const THEME = { auto: '', light: '__fb-light-mode', dark: '__fb-dark-mode' }

function inTemplate({ id, html: markup, late }: FeedItem): string {
  if (!late) return markup
  return `${markup}${html`<template data-demo-late="${id}" data-demo-part="${late.part}">${new Html(late.html)}</template>`.text}`
}

export function renderPage(options: PageOptions): string {
  const { posts, structure, lang = 'en', dir = 'ltr', dark = 'auto', more = false, late = true, mutate = false } = options
  const words = WORDS[lang]
  const nonce = options.nonce === undefined ? null : html` nonce="${options.nonce}"`
  const items = feedItems(posts, { late, ...(structure ? { structure } : {}) })
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}" class="${THEME[dark]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demo feed</title>
<link rel="icon" href="data:,">
<style${nonce}>${new Html(pageStyle())}</style>
</head>
<body data-demo-more="${more ? '1' : '0'}" data-demo-mutate="${mutate ? '1' : '0'}">
<div>${topBar(words)}
<div class="columns">${startColumn(words)}
<div role="main" class="middle"><div class="feed-column">${composer(words)}<h3 dir="auto" class="unseen">${words.feed}</h3>
<div data-demo-stream></div>
<div data-demo-end class="card waiting"${more ? null : new Html(' hidden')}><span></span><span></span><span></span></div></div></div>
${endColumn(words)}</div></div>
<div hidden data-demo-elsewhere></div>
<template id="demo-posts">${new Html(items.map(inTemplate).join(''))}</template>
<script${nonce}>${new Html(PAGE_SCRIPT)}</script>
</body>
</html>`.text
}
