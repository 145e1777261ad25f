import { type Activity, authorOf, choicesOf, withWorker } from '../../web/chat/activity';
import { partsOf } from '../../web/chat/text';
import { type Html, html, json } from './html';
import type { PageWords } from './words';

/** What one rendering of the chat page shows. */
export interface PageState {
  /** The greeting alone, or the whole transcript. */
  activities: Activity[];
  /** A `resume` token, or '' before the first message. */
  conversation: string;
  /** A random id for the message to come, so that sending the form twice says it once. */
  message: string;
  /** Words that stay in the box. */
  typed: string;
  notice: string | null;
}

export interface PageFrame {
  words: PageWords;
  /** The language that was asked for, and those it can be had in besides. */
  language: string | null;
  others: { code: string; own: string }[];
  exitUrl: string;
  asset: (file: string) => string;
  scripts: string[];
}

/** The chat page. It works as it is; its script makes it live. */
export function renderPage({ words, language, others, exitUrl, asset, scripts }: PageFrame, state: PageState): string {
  const page = html`<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="icon" href="${asset('icon.svg')}">
<link rel="stylesheet" href="${asset('style.css')}">
${scripts.map((file) => html`<link rel="modulepreload" href="${asset(file)}">`)}
<script type="module" src="${asset('main.js')}"></script>
</head>
<body>
<header>
<h1>${words.heading} <span>${words.place}</span></h1>
<a class="leave" id="leave" href="${exitUrl}" target="_top" rel="noreferrer">${words.leave}</a>
<p class="unseen" id="shifts" role="status"></p>
</header>
${state.conversation ? null : inOthers(others, words)}
<main id="scroll" tabindex="0" aria-label="${words.messages}"${state.conversation ? html` class="latest"` : null}>
<div class="talk">
<p class="about"><b id="with">${withWorker(state.activities) ? words.statusPerson : words.statusNatter}</b>
${words.leaveHow} <span class="keys">${words.leaveShift}</span> ${words.leaveHistory} ${words.howToDelete}</p>
<div role="log" aria-live="polite" aria-label="${words.messages}">
<ol id="log">
${state.activities.filter(({ type }) => type === 'message').map((activity) => message(activity, words))}
</ol>
</div>
<p class="writing" id="writing" aria-hidden="true" hidden></p>
<p class="unseen" id="heard" role="status"></p>
<div class="choices" id="choices" role="group" aria-label="${words.choices}">
${choicesOf(state.activities).map(({ title, value }) => html`<button form="talk" name="choice" value="${value}">${title}</button>`)}
</div>
</div>
</main>
<form id="talk" method="post" action="${language ? `/?language=${language}` : '/'}" autocomplete="off" aria-label="${words.message}">
<p id="status" class="status" role="status">${state.notice}</p>
<input type="hidden" name="conversation" value="${state.conversation}">
<input type="hidden" name="message" value="${state.message}">
<label for="text">${words.message}</label>
<div class="row">
<textarea id="text" name="text" rows="1" placeholder="${words.placeholder}">
${state.typed}</textarea>
<button class="send">${words.send}</button>
</div>
${state.conversation ? html`<p class="without"><button name="look" value="1">${words.seeNew}</button> ${words.withoutScript}</p>` : null}
</form>
<script type="application/json" id="page">${json({ words, language, exitUrl })}</script>
</body>
</html>
`;
  return page.text;
}

/** Before anything is said: a page without a script that is opened anew is a new talk. */
function inOthers(others: PageFrame['others'], words: PageWords): Html | null {
  if (others.length === 0) return null;
  return html`<nav class="languages" aria-label="${words.languages}">
${others.map(({ code, own }) => html`<a href="/?language=${code}" hreflang="${code}" lang="${code}" dir="auto">${own}</a>`)}
</nav>`;
}

function message(activity: Activity, words: PageWords): Html {
  const author = authorOf(activity);
  const name = { person: words.you, natter: words.natter, worker: words.worker }[author];
  const text = author === 'person' ? [{ text: activity.text ?? '' }] : partsOf(activity.text ?? '');
  const said = text.map(({ text, href }) => (href ? link(text, href, words) : text));
  return html`<li class="${author}"><b>${name.replace('{name}', activity.from?.name ?? '')}</b><p class="said">${said}</p></li>
`;
}

function link(text: string, href: string, words: PageWords): Html {
  if (href.startsWith('tel:')) return html`<a href="${href}">${text}</a>`;
  return html`<a href="${href}" target="_blank" rel="noopener noreferrer">${text}<span class="unseen"> (${words.newTab})</span></a>`;
}
