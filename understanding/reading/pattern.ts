import { stem } from './spelling';
import type { Signs, Vocabulary } from './vocabulary';

/*
 * The notation, read word by word:
 *   want to die        these words in this order (near misses in spelling count in words of five letters or more)
 *   (die|end it)       one of these                     [really]     may be there
 *   strangl*           any word that starts so          {want}       a slot, written out once under `slots`
 *   ...                up to four words between         ...8         up to eight
 *   #                  a number; #minor 5 to 17, #adult 18 to 110, #many 6 and more
 *   !(laughing)        not followed by this             ^  $         the sentence starts, ends here
 *   a & b              both in one sentence, in any order
 *   a + b              both anywhere in the message
 */

type Go = (at: number) => boolean;
type Match = (words: Signs[], at: number, go: Go) => boolean;
export interface Node {
  match: Match;
  /** Signs one of which the first word must carry; null when it can be any word. */
  first: Set<string> | null;
  /** Of each of these, at least one sign must be somewhere in the sentence. Nothing when the node can match no words at all. */
  needs: Set<string>[];
}

export interface PatternPart {
  node: Node;
  /** What its node needs, the least likely to be there first. */
  needs: [Set<string>, ...Set<string>[]];
}
/** All of `sentences`' parts must be found: those of one inner list in one sentence. */
export interface Pattern {
  source: string;
  sentences: PatternPart[][];
}

/** A pattern that cannot be read. `message` says where and what is wrong. */
export class PatternError extends Error {
  readonly code = 'bad-pattern';
}

export interface PatternContext {
  slots: Record<string, string>;
  vocabulary: Vocabulary;
  /** A written word as the normaliser leaves it: "don't" is two words. */
  words: (written: string) => string[];
  /** Whether any form of a word counts ("bill" for "bills"). */
  anyForm: boolean;
  /** Parts compiled so far, by what they read. */
  parts: Map<string, PatternPart>;
  /** Words and slots compiled so far: thousands of patterns share them. */
  nodes: Map<string, Node>;
}

const TOKEN = /\s*(\.\.\.\d*|#[a-z]*|\{[a-z-]+\}|[()[\]|!<^$&+]|[^\s()[\]|!<^$&+{}#]+)/y;

/** Compiles one pattern. Throws PatternError. */
export function compilePattern(source: string, context: PatternContext): Pattern {
  try {
    return { source, sentences: sentencesOf(source, context) };
  } catch (error) {
    throw error instanceof PatternError ? new PatternError(`pattern "${source}": ${error.message}`) : error;
  }
}

function sentencesOf(source: string, context: PatternContext): PatternPart[][] {
  const tokens = tokensOf(source);
  const sentences: PatternPart[][] = [[]];
  do {
    sentences.at(-1)?.push(nextPart(tokens, context));
    if (tokens[0] === '+') sentences.push([]);
  } while (tokens[0] === '&' || tokens[0] === '+' ? tokens.shift() : false);
  if (tokens.length > 0) throw new PatternError(`"${tokens[0]}" is not expected here`);
  return sentences;
}

/** Parts that read the same are one part, so that a search tries them once. */
function nextPart(tokens: string[], context: PatternContext): PatternPart {
  const before = [...tokens];
  const node = alternatives(tokens, context, 0);
  const [rarestNeed, ...others] = node.needs.toSorted((a, b) => commonness(a) - commonness(b));
  if (!rarestNeed) throw new PatternError('a part of it could match nothing at all');
  const source = before.slice(0, before.length - tokens.length).join(' ');
  const part = context.parts.get(source) ?? { node, needs: [rarestNeed, ...others] };
  context.parts.set(source, part);
  return part;
}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  const { length } = source.trimEnd();
  TOKEN.lastIndex = 0;
  for (let end = 0; end < length; end = TOKEN.lastIndex) {
    const token = TOKEN.exec(source)?.[1];
    if (token === undefined) throw new PatternError(`cannot read it from "${source.slice(end)}"`);
    tokens.push(token);
  }
  return tokens;
}

function alternatives(tokens: string[], context: PatternContext, depth: number): Node {
  if (depth > 8) throw new PatternError('slots are nested too deep, or a slot uses itself');
  const options = [sequence(tokens, context, depth)];
  while (tokens[0] === '|') {
    tokens.shift();
    options.push(sequence(tokens, context, depth));
  }
  return options.length === 1 ? (options[0] as Node) : either(options);
}

function sequence(tokens: string[], context: PatternContext, depth: number): Node {
  const nodes: Node[] = [];
  while (tokens.length > 0 && !['|', ')', ']', '&', '+'].includes(tokens[0] as string))
    nodes.push(item(tokens.shift() as string, tokens, context, depth));
  return inOrder(nodes);
}

function item(token: string, rest: string[], context: PatternContext, depth: number): Node {
  if (token === '(' || token === '[') {
    const inner = alternatives(rest, context, depth);
    if (rest.shift() !== (token === '(' ? ')' : ']')) throw new PatternError(`a "${token}" is not closed`);
    return token === '(' ? inner : optional(inner);
  }
  if (token === '!') return notFollowedBy(item(rest.shift() ?? '', rest, context, depth));
  if (token === '<') return notAfter(item(rest.shift() ?? '', rest, context, depth));
  if (token === '^') return place((_, at) => at === 0);
  if (token === '$') return place((words, at) => at === words.length);
  if (token.startsWith('...')) return gap(Number(token.slice(3) || 4));
  if (token.startsWith('#')) return sign(token, context);
  if (token.startsWith('{')) return shared(context, token, () => slot(token.slice(1, -1), context, depth));
  return shared(context, `=${token}`, () => word(token, context));
}

function slot(name: string, context: PatternContext, depth: number): Node {
  const source = context.slots[name];
  if (source === undefined) throw new PatternError(`there is no slot called "${name}"`);
  const tokens = tokensOf(source);
  const node = alternatives(tokens, context, depth + 1);
  if (tokens.length > 0) throw new PatternError(`in slot "${name}", "${tokens[0]}" is not expected there`);
  return node;
}

function word(token: string, context: PatternContext): Node {
  const { vocabulary, words, anyForm } = context;
  if (token.endsWith('*')) {
    vocabulary.addStart(token.slice(0, -1));
    return sign(token, context);
  }
  const written = words(token);
  if (written.length === 0) throw new PatternError(`"${token}" holds no word`);
  for (const part of written) vocabulary.addWord(part);
  return inOrder(written.map((part) => sign(anyForm ? `${stem(part)}~` : part, context)));
}

function sign(wanted: string, context: PatternContext): Node {
  return shared(context, wanted, () => ({
    match: (words, at, go) => words[at]?.has(wanted) === true && go(at + 1),
    first: new Set([wanted]),
    needs: [new Set([wanted])],
  }));
}

function shared({ nodes }: PatternContext, name: string, make: () => Node): Node {
  const known = nodes.get(name);
  if (known) return known;
  const node = make();
  nodes.set(name, node);
  return node;
}

function inOrder(nodes: Node[]): Node {
  if (nodes.length === 1) return nodes[0] as Node;
  const match = nodes.reduceRight<Match>(
    (rest, node) => (words, at, go) => node.match(words, at, (next) => rest(words, next, go)),
    (_, at, go) => go(at),
  );
  const opening = nodes.findIndex((node) => node.needs.length > 0);
  const starters = nodes.slice(0, opening + 1 || nodes.length);
  return { match, first: union(starters), needs: nodes.flatMap((node) => node.needs) };
}

function either(options: Node[]): Node {
  return {
    match: (words, at, go) => options.some((option) => option.match(words, at, go)),
    first: union(options),
    needs: options.every((option) => option.needs.length > 0) ? [oneOf(options)] : [],
  };
}

/** Of each option what it needs most. */
function oneOf(options: Node[]): Set<string> {
  const all = new Set<string>();
  for (const { needs } of options) for (const sign of rarest(needs)) all.add(sign);
  return all;
}

function optional(node: Node): Node {
  return { match: (words, at, go) => node.match(words, at, go) || go(at), first: node.first, needs: [] };
}

function gap(most: number): Node {
  const match: Match = (words, at, go) => {
    for (let next = at; next <= Math.min(at + most, words.length); next++) if (go(next)) return true;
    return false;
  };
  return { match, first: null, needs: [] };
}

function notFollowedBy(node: Node): Node {
  return {
    match: (words, at, go) => !node.match(words, at, () => true) && go(at),
    first: new Set(),
    needs: [],
  };
}

function notAfter(node: Node): Node {
  const match: Match = (words, at, go) => {
    for (let before = Math.max(0, at - 4); before < at; before++)
      if (node.match(words, before, (end) => end <= at)) return false;
    return go(at);
  };
  return { match, first: new Set(), needs: [] };
}

function place(holds: (words: Signs[], at: number) => boolean): Node {
  return { match: (words, at, go) => holds(words, at) && go(at), first: new Set(), needs: [] };
}

/** How likely it is that a sentence holds one of these, supposing that short words are common and long ones rare. */
export function commonness(need: Set<string>): number {
  let sum = 0;
  for (const sign of need) sum += sign.length <= 3 ? 20 : sign.length <= 5 ? 5 : 1;
  return sum;
}

function rarest(needs: Set<string>[]): Set<string> {
  return needs.reduce((least, need) => (commonness(need) < commonness(least) ? need : least));
}

function union(nodes: Node[]): Set<string> | null {
  const all = new Set<string>();
  for (const { first } of nodes) {
    if (first === null) return null;
    for (const sign of first) all.add(sign);
  }
  return all;
}
