import type { ChannelWords } from '../contract';
import { moreId } from './more';

/** Words of ours on WhatsApp's own parts. */
export type MenuWords = Pick<ChannelWords, 'choose' | 'more'>;

/** Choices as WhatsApp shows them: the `interactive` of a message, without its body. */
export type Menu =
  | { type: 'button'; action: { buttons: { type: 'reply'; reply: { id: string; title: string } }[] } }
  | { type: 'list'; action: { button: string; sections: { rows: Row[] }[] } };

interface Row {
  id: string;
  title: string;
  description?: string;
}

const BUTTONS = 3;
const ROWS = 10;
const BUTTON_TITLE = 20;
const ROW_TITLE = 24;
const ROW_DESCRIPTION = 72;
const BUTTON_ID = 256;
const ROW_ID = 200;

/**
 * The choices as buttons, or else as a list; null when they fit neither. A list too long for one message has nine of them and
 * a row for the rest. `from`: how many choices stand before these in the whole list. The whole label is the id, because the
 * title may be cut, and the id is what comes back.
 */
export function menuOf(labels: string[], from: number, words: MenuWords): Menu | null {
  if (labels.length === 0 || labels.some((label) => label.trim() === '') || !distinct(labels)) return null;
  return buttonsOf(labels) ?? listOf(labels, from, words);
}

function buttonsOf(labels: string[]): Menu | null {
  const fit = labels.every((label) => label.length <= BUTTON_TITLE && label.length <= BUTTON_ID);
  if (!fit || labels.length > BUTTONS) return null;
  return { type: 'button', action: { buttons: labels.map((id) => ({ type: 'reply', reply: { id, title: id } })) } };
}

function listOf(labels: string[], from: number, { choose, more }: MenuWords): Menu | null {
  const shown = labels.length > ROWS ? ROWS - 1 : labels.length;
  const rows = labels.slice(0, shown).map(rowOf);
  if (shown < labels.length) rows.push({ id: moreId(from + shown), title: more });
  if (choose.length > BUTTON_TITLE || !rows.every(fits) || !distinct(rows.map(({ title }) => title))) return null;
  return { type: 'list', action: { button: choose, sections: [{ rows }] } };
}

function rowOf(label: string): Row {
  if (label.length <= ROW_TITLE) return { id: label, title: label };
  return { id: label, title: shortened(label), description: label };
}

const fits = ({ id, title, description = '' }: Row) =>
  id.length <= ROW_ID && title.length <= ROW_TITLE && description.length <= ROW_DESCRIPTION;

/** As many whole words as there is room for, and a sign that there are more. */
function shortened(label: string): string {
  const room = label.slice(0, ROW_TITLE);
  const cut = room.lastIndexOf(' ');
  const words = cut > 0 ? room.slice(0, cut) : [...room.slice(0, ROW_TITLE - 1)].join('');
  return `${words.replace(/[\s,.;:]+$/, '')}…`;
}

const distinct = (texts: string[]) => new Set(texts).size === texts.length;
