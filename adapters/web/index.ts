import type { Server } from 'restify';
import { addressBehind } from '../http';
import { mountDirectLine } from './directline';
import { mountEmbed } from './embed';
import { createHints } from './hints';
import { createStarts } from './limit';
import { createOrigins } from './origins';
import { mountPage } from './page';
import { createStreams } from './streams';
import { createTokens } from './tokens';
import type { WebDeps } from './types';

export type { PageLanguage, WebDeps } from './types';
export { type PageWords, parsePageWords } from './words';

/**
 * Puts the web way in on a server: the chat page at `/`, its files under `/chat/`, the script for other websites at `/natter.js`,
 * and Direct Line 3.0 with its sockets under `/v3/directline`. Close what it returns before the server, so that sockets end politely.
 */
export function mountWeb(server: Server, deps: WebDeps): { close(): Promise<void> } {
  const tokens = createTokens(deps.secrets, deps.now);
  const origins = createOrigins(deps.publicUrl, deps.allowedOrigins);
  const starts = createStarts(deps.limits.tokensPerMinute, deps.addressOf ?? addressBehind(0));
  const streams = createStreams(deps.conversations, deps.now, deps.log);
  const hints = createHints(deps.conversations, deps.now);
  mountDirectLine(server, deps, { tokens, origins, starts, streams, hints });
  mountPage(server, deps, { tokens, origins, starts });
  mountEmbed(server, deps);
  return {
    async close() {
      hints.stop();
      await streams.close();
    },
  };
}
