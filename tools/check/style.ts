import type { Fault } from '../../dialogs/types';
import type { PlainWords } from '../../web/desk/shared/plain-words';
import { HARDEST_GRADE, HARDEST_GRADE_FOR_CHILDREN, isTooHard, plainWords, readingGrade } from './grade';
import type { Message } from './messages';
import { type PlainFault, plainFaults } from './plain';

/** Everything that is not plain in these messages. */
export function styleFaults(messages: Message[], words: PlainWords): Fault[] {
  return [...messages.flatMap((message) => ofOne(message, words)), ...shortOnes(messages)];
}

function ofOne(message: Message, words: PlainWords): Fault[] {
  const hard = message.kind === 'message' ? (text: string) => isTooHard(text, message) : undefined;
  return plainFaults(message.text, words, hard).map((found) => ({
    file: message.file,
    line: message.line,
    rule: found.rule,
    ...told(found, message),
  }));
}

function told({ rule, words, instead }: PlainFault, message: Message): { what: string; mend: string } {
  switch (rule) {
    case 'jargon':
      return { what: `"${words}" is not a plain word`, mend: `say "${instead}"` };
    case 'unkind':
      return { what: `"${words}" blames or labels somebody`, mend: `say "${instead}"` };
    case 'secrecy':
      return { what: `"${words}" promises more than anybody can keep`, mend: `say "${instead}"` };
    case 'idiom':
      return { what: `"${words}" is hard for whoever learnt English later`, mend: `say "${instead}"` };
    case 'letters':
      return { what: `not everybody knows what ${words} stands for`, mend: `write ${instead}` };
    case 'passive':
      return { what: `"${words}" does not say who does it`, mend: `say ${instead}` };
    case 'nested':
      return { what: `one condition inside another, "${short(words)}"`, mend: `put ${instead}` };
    case 'reading-age':
      return hardToRead(message.text, message.young);
    case 'long-sentence':
      return { what: `a long sentence, "${short(words)}"`, mend: instead };
    case 'long-paragraph':
      return { what: 'a long paragraph', mend: `${instead}, from "${short(words)}" on` };
    case 'texting':
      return { what: `the sign "${words}" makes a text message cost double`, mend: `write ${instead}` };
    case 'blame':
      return { what: `"${words}" sounds like a crime`, mend: `say "${instead}"` };
    case 'opt-out-word':
      return { what: `${words} is offered as something to write`, mend: `offer ${instead}` };
  }
}

/** Messages too short to be graded alone are graded with the other short ones beside them. */
function shortOnes(messages: Message[]): Fault[] {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const alone = message.kind === 'label' || message.kind === 'helpline' || readingGrade(message.text) !== null;
    if (alone) continue;
    const key = `${message.file} ${message.group} ${message.young}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const text = [first, ...others].map((message) => message.text.replace(/(?<=[\p{L}\p{N}])$/u, '.')).join(' ');
    return isTooHard(text, first)
      ? [{ file: first.file, line: first.line, rule: 'reading-age', ...hardToRead(text, first.young) }]
      : [];
  });
}

function hardToRead(text: string, young: boolean): { what: string; mend: string } {
  const most = young ? HARDEST_GRADE_FOR_CHILDREN : HARDEST_GRADE;
  const words = plainWords(text).map((word) => word.replace(/[^\p{L}'’-]/gu, ''));
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 3);
  return {
    what: `"${short(text)}" is hard to read (year ${Math.round(readingGrade(text) ?? 0)}, ${young ? 'for a child ' : ''}${most} at most)`,
    mend: `use shorter sentences, or shorter words than ${longest.join(', ')}`,
  };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
