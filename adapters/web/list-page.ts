import type { Request, Server } from 'restify';
import { HttpError } from '../http';
import { html } from './html';
import type { WebDeps } from './types';
import { forPlace } from './words';

/** One help on a list to keep: its name, and what there is to say in short lines. */
export interface Listed {
  name: string;
  lines: string[];
}

/** More than these nobody prints. */
const MOST = 30;

/** `GET /help?id=...&id=...`: a list of help near somebody, to print or to keep. It says nothing of who asked for it. */
export function mountListPage(server: Server, deps: WebDeps, asset: (file: string) => string): void {
  const words = forPlace(deps.words, deps.placeName);
  server.get('/help', async (req: Request, res) => {
    const ids = [...new Set(idsIn(req))].slice(0, MOST);
    const listed = await deps.listed(ids);
    if (listed.length === 0) throw new HttpError(404, 'NotFound', 'There is nothing at this address.');
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    res.sendRaw(
      200,
      html`<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.listTitle}</title>
<link rel="icon" href="${asset('icon.svg')}">
<link rel="stylesheet" href="${asset('list.css')}">
</head>
<body>
<main>
<h1>${words.listHeading}</h1>
<p class="hint">${words.listHint}</p>
${listed.map(({ name, lines }) => html`<section><h2>${name}</h2>${lines.map((line) => html`<p>${line}</p>`)}</section>`)}
</main>
</body>
</html>
`.text,
    );
  });
}

const idsIn = (req: Request): string[] => new URL(req.url ?? '', 'http://localhost').searchParams.getAll('id');
