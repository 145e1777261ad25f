import { join } from 'node:path';
import type { Server } from 'restify';
import { compileAssets, mountAssets, scriptAsset, sendAsset } from '../assets';
import type { WebDeps } from './types';
import { forPlace, type PageWords } from './words';

const SOURCE = join(__dirname, '../../web/embed');
const SCRIPT = 'natter.js';
/** An hour: kept from page to page, and a new Natter is there the same day. */
const KEPT = 'public, max-age=3600';

/** `/natter.js`: the script that a council puts on its own website, with its words and where it leaves to in front. */
export function mountEmbed(server: Server, { words, languages = [], placeName, exitUrl }: WebDeps): void {
  const assets = compileAssets(SOURCE);
  const asset = mountAssets(server, '/embed', assets);
  const first = { code: new Intl.Locale(words.lang).language, words };
  const said = [first, ...languages.slice(1)].map(({ code, words }) => [code, wordsOf(forPlace(words, placeName))]);
  const settings = { css: asset('natter.css'), exitUrl, words: Object.fromEntries(said) };
  const code = assets.files.get(SCRIPT)?.body.toString();
  // In a function of its own, so that it leaves nothing behind among the website's own names.
  const script = scriptAsset(`(()=>{const settings=${JSON.stringify(settings)};${code}})();`);
  server.get(`/${SCRIPT}`, async (req, res) => sendAsset(req, res, script, KEPT));
}

const wordsOf = ({ dir, embedOpen, embedClose, embedOwnPage, title }: PageWords) => ({
  dir,
  open: embedOpen,
  close: embedClose,
  ownPage: embedOwnPage,
  title,
});
