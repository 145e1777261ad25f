import { join } from 'node:path';
import type { Server } from 'restify';
import { type Asset, compileAssets, scriptAsset, sendAsset } from '../assets';
import type { WebDeps } from './types';
import { forPlace, type PageWords } from './words';

const SOURCE = join(__dirname, '../../web/embed');
/** An hour: kept from page to page, and a new Natter is there the same day. */
const KEPT = 'public, max-age=3600';

/** `/natter.js`: the script that a council puts on its own website, with its words and where it leaves to in front; and its look. */
export function mountEmbed(server: Server, { words, languages = [], placeName, exitUrl, publicUrl }: WebDeps): void {
  const { files, hash } = compileAssets(SOURCE);
  const [code, look] = [files.get('natter.js') as Asset, files.get('natter.css') as Asset];
  const first = { code: new Intl.Locale(words.lang).language, words };
  const said = [first, ...languages.slice(1)].map(({ code, words }) => [code, wordsOf(forPlace(words, placeName))]);
  const settings = {
    home: publicUrl && new URL(publicUrl).origin,
    // A browser may have kept the script of an earlier Natter: its look is at the same address.
    css: `/natter.css?${hash}`,
    exitUrl,
    words: Object.fromEntries(said),
  };
  // In a function of its own, so that it leaves nothing behind among the website's own names.
  const script = scriptAsset(`(()=>{const settings=${JSON.stringify(settings)};${code.body}})();`);
  server.get('/natter.js', async (req, res) => sendAsset(req, res, script, KEPT));
  server.get('/natter.css', async (req, res) => sendAsset(req, res, look, KEPT));
}

const wordsOf = ({ dir, embedOpen, embedClose, embedOwnPage, title }: PageWords) => ({
  dir,
  open: embedOpen,
  close: embedClose,
  ownPage: embedOwnPage,
  title,
});
