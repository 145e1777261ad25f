import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEEP_IDS, KEEP_WAITING } from '../contract';

/** A Lua script. Redis runs it as one step: nothing else happens meanwhile, and all of it is in the log or nothing. */
export interface Script {
  text: string;
  sha: string;
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

export const SCRIPTS = {
  accept: changing('accept'),
  commit: changing('commit'),
  look: changing('look'),
  leaseRow: changing('row', 'lease-row'),
  fate: changing('fate'),
  expire: changing('expire'),
  forget: changing('forget'),
  turn: script('turn'),
  load: script('load'),
  said: script('said'),
  due: script('due'),
  rows: script('row', 'rows'),
  known: script('known'),
  claim: script('claim'),
  touch: script('touch'),
  settle: script('sync', 'settle'),
  candidates: script('candidates'),
  record: script('record'),
  records: script('records'),
};
