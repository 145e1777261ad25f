import type { Activity } from 'botbuilder';
import { split } from '../phone/split';
import { asText, seenBefore } from '../text';
import { type Menu, type MenuWords, menuOf } from './menu';

/** What waits beside a part until it is sent. */
interface Hung {
  menu: Menu;
}

/** The most signs a plain message may have, and the words over choices. */
const TEXT = 4096;
const BODY = 1024;

/**
 * What one speaker says in one turn, as WhatsApp messages: the words together, and under the last of them the choices as
 * buttons or a list, or as numbered lines where they fit neither.
 */
export function partsOf(said: Partial<Activity>[], words: MenuWords): Partial<Activity>[] {
  const from = said[0]?.from;
  const text = said.flatMap((one) => one.text?.trim() || []).join('\n\n');
  const asked = said.findLast(({ suggestedActions }) => suggestedActions?.actions.length);
  const labels = asked?.suggestedActions?.actions.map(({ title }) => title) ?? [];
  const menu = text && asked ? menuOf(labels, seenBefore(asked), words) : null;
  const pieces = menu ? overChoices(text) : split(asText({ ...asked, text }), TEXT);
  return pieces.map((piece, index) => {
    const part: Partial<Activity> = { type: 'message', text: piece, ...(from && { from }) };
    if (index < pieces.length - 1) return part;
    if (menu) part.channelData = { menu } satisfies Hung;
    // Marks a question, which is not sent when a worker has taken over meanwhile. With more than the question in it, it is.
    if (asked?.suggestedActions && said.length === 1) part.suggestedActions = asked.suggestedActions;
    return part;
  });
}

/** A text in pieces of which the last is short enough to stand over choices: its last sentence, when it is not short as a whole. */
function overChoices(text: string): string[] {
  if (text.length <= BODY) return [text];
  const seam = [...text.matchAll(/\n+|(?<=[.!?])\s+/g)].at(-1);
  const end = seam && text.slice(seam.index + seam[0].length);
  if (!seam || !end || end.length > BODY) return split(text, BODY);
  return [...split(text.slice(0, seam.index), TEXT), end];
}

/** A part as the Cloud API takes it, but for whom it is to. */
export function contentOf({ text = '', channelData }: Partial<Activity>): object {
  const menu = (channelData as Hung | undefined)?.menu;
  if (!menu) return { type: 'text', text: { body: text, preview_url: false } };
  return { type: 'interactive', interactive: { ...menu, body: { text } } };
}
