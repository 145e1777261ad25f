/** A run of text, and where tapping it leads. */
export interface Part {
  text: string;
  href?: string;
}

const LINK = /https?:\/\/[^\s<>"']+/;
/** UK numbers: 0 or +44 and enough digits, or one of the short ones when it is not part of something else. */
const PHONE = /(?<![\w+£$.,-])(?:\+44(?:[ -]?\d){9,10}|0\d{2}(?:[ -]?\d){5,8}|999|111|116 ?123)(?![\w%]|[.,-]\d)/;
/** The sentence's own signs after an address. Looked for only where they begin, or a long row of them takes very long. */
const ENDING = /(?<![.,;:!?)\]])[.,;:!?)\]]+$/;
const TAPPABLE = new RegExp(`(${LINK.source})|(${PHONE.source})`, 'g');

/** Finds web addresses and phone numbers in plain text. The parts joined are the text again. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, 1: link, index } of text.matchAll(TAPPABLE)) {
    const shown = link ? link.replace(ENDING, '') : found;
    const href = link ? addressOf(shown) : `tel:${found.replace(/[ -]/g, '')}`;
    if (!href) continue;
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ text: shown, href });
    end = index + shown.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function addressOf(text: string): string | null {
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}
