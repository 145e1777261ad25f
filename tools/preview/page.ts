import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Html, html } from '../../adapters/web/html';
import { fill } from '../../dialogs/phrases';
import { flowPath, mapPath } from './ways';
import type { PreviewWords } from './words';

const STYLE = readFileSync(join(__dirname, 'preview.css'), 'utf8');
/** Loads the page again when it is no longer what stands on disk. */
const SCRIPT = `const { version } = document.documentElement.dataset;
let changes;
const follow = () => {
  changes?.close();
  // A browser keeps few lines open to one server: pages in the background leave theirs to others.
  if (document.hidden) return;
  changes = new EventSource('/changes?seen=' + version);
  changes.onmessage = ({ data }) => {
    if (data !== version) location.reload();
  };
};
document.addEventListener('visibilitychange', follow);
follow();`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing comes from anywhere else, and nothing that stands in content can run. */
export const PAGE_HEADERS: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src ${hashOf(SCRIPT)}`,
    `style-src ${hashOf(STYLE)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface Page {
  title: string;
  /** The other pages there are, and which one this is. */
  links: { href: string; text: string; here: boolean }[];
  body: Html;
}

/** The pages of a flow, and the way back to all of them. */
export function linksOf(flow: string, here: 'flow' | 'map', { page }: PreviewWords): Page['links'] {
  return [
    { href: '/', text: page.flows, here: false },
    { href: flowPath(flow), text: page.flow, here: here === 'flow' },
    { href: mapPath(flow), text: page.map, here: here === 'map' },
  ];
}

/** A whole page. `version` changes whenever it would look different. */
export function pageOf({ title, links, body }: Page, version: string, { lang, page }: PreviewWords): string {
  return html`<!doctype html>
<html lang="${lang}" data-version="${version}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${fill(page.title, { page: title })}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#_page">${page.skip}</a>
<header><nav aria-label="${page.pages}"><ul>${links.map(oneLink)}</ul></nav></header>
<main id="_page" tabindex="-1">
<h1>${title}</h1>
${body}</main>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.text;
}

function oneLink({ href, text, here }: Page['links'][number]): Html {
  return html`<li><a href="${href}"${here ? html` aria-current="page"` : null}>${text}</a></li>`;
}
