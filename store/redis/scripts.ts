import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEEP_IDS, KEEP_WAITING } from '../contract';

/** A Lua script. Redis runs it as one step: nothing else happens meanwhile, and all of it is in the log or nothing. */
export interface Script {
  text: string;
  sha: string;
  /** Its caller tells somebody that it was done: it has to outlive the server that did it. */
  told?: boolean;
}

const CONSTANTS = `local KEEP_IDS, KEEP_WAITING, DAY = ${KEEP_IDS}, ${KEEP_WAITING}, ${24 * 60 * 60 * 1000}`;

const lua = (name: string) => readFileSync(join(__dirname, 'lua', `${name}.lua`), 'utf8');

/** Puts files together, in this order, as one script. */
function script(...names: string[]): Script {
  const text = [CONSTANTS, ...names.map(lua)].join('\n');
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** A script that changes one conversation, and keeps the indexes. */
const changing = (...names: string[]) => script('sync', 'prelude', ...names);

const told = (one: Script): Script => ({ ...one, told: true });

export const SCRIPTS = {
  accept: told(changing('accept')),
  commit: told(changing('commit')),
  look: changing('look'),
  leaseRow: changing('row', 'lease-row'),
  fate: changing('fate'),
  expire: changing('expire'),
  forget: told(changing('forget')),
  take: script('stand', 'take'),
  turn: script('turn'),
  load: script('stand', 'load'),
  said: script('said'),
  due: script('due'),
  rows: script('row', 'rows'),
  known: script('known'),
  claim: script('claim'),
  touch: script('touch'),
  settle: script('sync', 'settle'),
  candidates: script('candidates'),
  record: told(script('record')),
  recorded: script('record'),
  records: script('records'),
  page: script('page'),
};
