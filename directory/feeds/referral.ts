import { flag, line } from './fields';
import type { Part } from './part';

const NOT_SELF = /\b(?:no|cannot|can't|(?:not|n't) (?:accept|take|allow)) self[ -]?refer/i;
const NO_DROP_IN = /\b(?:no|not an?|(?:not|n't) (?:offer|run|have)(?: an?)?) (?:drop|walk)[ -]?ins?\b/gi;
const DIRECT =
  /\bself[ -]?refer|\brefer (?:yourself|themselves|oneself)\b|\b(?:drop|walk)[ -]?ins?\b|\bjust turn up\b|\bopen access\b|\b(?:no|without (?:a|any)|(?:not|n't) need a) referral\b|\breferral (?:is )?not (?:needed|required|necessary)\b|(?:not|n't) (?:need|have) to be referred\b|\bwithout being referred\b/i;
const REFERRED =
  /\b(?:by|through|via|on) (?:\w+ ){0,2}referrals? only\b|\breferrals? only\b|\breferral (?:is )?(?:required|needed|necessary|essential)\b|\b(?:must|need to|have to) be referred\b|\b(?:needs?|requires?) an? (?:\w+ )?referral\b|\bonly (?:accept|take)s? (?:\w+ )?referrals\b/i;
/** All that some feeds say, in a field for just this. */
const REFERRAL = /^(?:by )?referral$/i;

/**
 * Whether somebody can go without being referred, from what is said of how to get it; null when it is not said. Where both
 * are said ("by referral only, or refer yourself"), there is a way in.
 */
export function readDirect(service: Part, apply: string | null, terms: string[]): boolean | null {
  const needsReferral = flag(service, 'needs_referral');
  return needsReferral === null ? directIn([apply, line(service, 'attending_access'), ...terms]) : !needsReferral;
}

function directIn(said: (string | null)[]): boolean | null {
  const texts = said.filter((text) => text !== null);
  const closed = texts.some((text) => NOT_SELF.test(text));
  if (!closed && texts.some((text) => DIRECT.test(text.replace(NO_DROP_IN, '')))) return true;
  const referred = closed || texts.some((text) => REFERRED.test(text) || REFERRAL.test(text));
  return referred ? false : null;
}
