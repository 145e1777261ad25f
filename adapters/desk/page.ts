import type { DeskWords } from './words';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replace(/[&<>"']/g, (found) => ESCAPES[found] ?? found);

/**
 * Everything a page needs comes from this host; nothing else may run, load, frame or be posted to. `framed`: another page of
 * this host may show it in a frame.
 */
export const pageHeaders = (framed: boolean): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
    "require-trusted-types-for 'script'",
  ].join('; '),
  'Cross-Origin-Resource-Policy': 'same-origin',
});

/** Where the browser finds each file of the page. */
export interface PageFiles {
  script: string;
  style: string;
  icon: string;
  /** What replies are held against. */
  plainWords: string;
  /** The signs that text messages are counted by. */
  signs: string;
}

/** The shell that the script fills in. It is the same for everybody: nothing of anybody is in it. */
export function deskPage(words: DeskWords, timezone: string, title: string, files: PageFiles): string {
  // Within a script element only a less-than sign could end it early.
  const data = JSON.stringify(words).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${html(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${html(title)}</title>
<link rel="icon" href="${html(files.icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${html(files.style)}">
<script id="words" type="application/json">${data}</script>
<script type="module" src="${html(files.script)}"></script>
</head>
<body data-timezone="${html(timezone)}" data-plain-words="${html(files.plainWords)}" data-signs="${html(files.signs)}">
<noscript><p class="notice">${html(words['sign-in']['no-script'])}</p></noscript>
</body>
</html>
`;
}
