import { html } from '../../adapters/web/html';
import type { Library } from '../../dialogs/types';
import type { Known } from './background';
import { flowPage } from './flow-page';
import { indexPage } from './index-page';
import type { Looked } from './look';
import { mapPage } from './map-page';
import type { Page } from './page';
import { readSeen } from './seen';
import type { PreviewWords } from './words';

/** The page at an address, and its status. */
export function route(url: URL, looked: Looked, known: Known, words: PreviewWords): { status: number; page: Page } {
  if (url.pathname === '/') return { status: 200, page: indexPage(looked, known, words) };
  const [, kind, written] = /^\/(flows|maps)\/([^/]+)$/.exec(url.pathname) ?? [];
  if (!kind || !written) return { status: 404, page: note(words.page.missing, words) };
  const flow = flowNamed(looked.library, written);
  if (!flow) return { status: 404, page: note(words.page['missing-flow'], words) };
  const seen = readSeen(url.searchParams);
  const page = kind === 'maps' ? mapPage(flow, looked, known, words) : flowPage(flow, looked, known, seen, words);
  return { status: 200, page };
}

/** A page that says one thing. */
export function note(title: string, { page }: PreviewWords, more = ''): Page {
  return { title, links: [{ href: '/', text: page.flows, here: false }], body: html`<p>${more}</p>` };
}

function flowNamed({ flows }: Library, written: string) {
  const name = decoded(written);
  return name !== null && Object.hasOwn(flows, name) ? flows[name] : null;
}

function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
