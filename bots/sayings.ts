import type { Message, State } from '../dialogs/types';
import type { Sayings } from '../understanding/languages/language-words';
import { createFold, isLatin } from '../understanding/languages/letters';
import type { Memory } from './memory';
import type { Talk } from './talk';
import { canRead } from './talk-in';

/** The whole of it once; as long as they go on, a short line in turn. */
export function linesNow({ unread }: Memory, { reply, again }: Sayings): string[] {
  return unread === 0 ? reply : again.slice((unread - 1) % again.length).slice(0, 1);
}

/** What to say to them: in the letters they type, or in English where there is nothing in their language. */
export function sayingsFor({ languages }: Talk, { text, reading }: Message): Sayings {
  const known = languages.languages.find(({ code }) => code === reading.language);
  return (isLatin(text) ? known?.latin : undefined) ?? known ?? languages.english;
}

/** The choice that asks for a person in their language. */
export const personChoice = ({ person }: Sayings): State['offered'][number] => ({
  label: person,
  to: { kind: 'step', flow: 'person', step: '' },
});
/** The choice to go on in English. */
export const englishChoice = ({ languages }: Talk): State['offered'][number] => ({
  label: languages.english.own,
  to: { kind: 'step', flow: 'menu', step: '' },
});

/**
 * Whose label for a person they picked or wrote. What they told in between they must see before it is passed on, so then
 * it is offered once more.
 */
export function asksForPerson(talk: Talk, memory: Memory, message: Message): Sayings | null {
  const { languages } = talk;
  const { text, reading, reply } = message;
  const theirs = languages.languages.flatMap((each): Sayings[] => (each.latin ? [each, each.latin] : [each]));
  const label = pickedLabel(memory, reply.choice);
  if (label !== null) return [...theirs, languages.english].find(({ person }) => person === label) ?? null;
  if (canRead(talk, reading.language) || (memory.unread === 0 && memory.story.lines.length > 0)) return null;
  const fold = createFold(languages['same-letters']);
  const written = fold(text).join(' ');
  return theirs.find(({ person }) => fold(person).join(' ') === written) ?? null;
}

/** Whether they picked to go on in English. */
export function wantsEnglish({ languages }: Talk, memory: Memory, { reply }: Message): boolean {
  return pickedLabel(memory, reply.choice) === languages.english.own;
}

/** Only where their words had not been read is a choice one of these. */
function pickedLabel({ unread, engine }: Memory, choice: number | null): string | null {
  return choice === null || unread === 0 ? null : (engine.offered[choice]?.label ?? null);
}
