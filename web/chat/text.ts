/** A run of text, and where tapping it leads. */
export interface Part {
  text: string;
  href?: string;
}

const LINK = /https?:\/\/[^\s<>"']+/;
/** UK numbers: 0 or +44 and enough digits, or one of the short ones when it is not part of something else. */
const PHONE = /(^|[^\w+£$.,-])(\+44(?:[ -]?\d){9,10}|0\d{2}(?:[ -]?\d){5,8}|999|111|116 ?123)(?![\w%]|[.,-]\d)/;
/** The sentence's own signs after an address. */
const ENDING = '.,;:!?)]';
/** Nothing here looks behind itself, by `(?<!`: on an iPhone of before 2023 the whole page would not run. */
const TAPPABLE = new RegExp(`(${LINK.source})|${PHONE.source}`, 'g');

/** Finds web addresses and phone numbers in plain text. The parts joined are the text again. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  TAPPABLE.lastIndex = 0;
  for (let found = TAPPABLE.exec(text); found; found = TAPPABLE.exec(text)) {
    const [, link, before = '', phone = ''] = found;
    const shown = link ? withoutEnding(link) : phone;
    const href = link ? addressOf(shown) : `tel:${phone.replace(/[ -]/g, '')}`;
    if (!href) continue;
    const start = found.index + before.length;
    if (start > end) parts.push({ text: text.slice(end, start) });
    parts.push({ text: shown, href });
    end = start + shown.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function withoutEnding(link: string): string {
  let end = link.length;
  while (ENDING.includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

function addressOf(text: string): string | null {
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}
