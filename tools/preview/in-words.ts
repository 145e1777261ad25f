import { fill } from '../../dialogs/phrases';
import type { Block, Condition } from '../../dialogs/types';
import type { PreviewWords } from './words';

/** Blocks that say nothing of their own and do something. */
export type Directive = Exclude<
  Block,
  { type: 'say' | 'choices' | 'when' | 'go' | 'ask' | 'ask-clearly' | 'which-help' | 'which-place' }
>;

/** A `:::when` in words: "only for a child, and when it is about a friend". */
export function conditionInWords(test: Condition, { lang, when, about }: PreviewWords): string {
  const either = new Intl.ListFormat(lang, { type: 'disjunction' });
  const whom = test.about?.map((who) => about[who as keyof typeof about] ?? who);
  const { answered = '', unanswered = '', is = '' } = test;
  const parts = [
    test.young !== undefined && (test.young ? when.young : when.adult),
    test.phone !== undefined && (test.phone ? when.phone : when.web),
    test.short !== undefined && when.short,
    test.ratherPeer !== undefined && when['rather-peer'],
    whom && fill(when.about, { who: either.format(whom) }),
    answered && (is ? fill(when.is, { answered, is }) : fill(when.answered, { answered })),
    unanswered && fill(when.unanswered, { unanswered }),
  ];
  return sentence(parts.filter(Boolean).join(`, ${when.and} `));
}

/** A directive in words: "shows up to three kinds of help near them". */
export function directiveInWords(block: Directive, words: PreviewWords): string {
  const { does, about, report } = words;
  switch (block.type) {
    case 'phrase':
      return fill(does.phrase, { id: block.id });
    case 'local-help':
      return helpInWords(block.list, words);
    case 'help-details':
      return fill(does['help-details'], { of: block.of });
    case 'report-help':
      return fill(does['report-help'], { of: block.of, reason: report[block.reason] });
    case 'helplines':
      return fill(does.helplines, { for: block.for });
    case 'who':
      if ('about' in block.who) return fill(does['who-about'], { who: about[block.who.about] });
      return block.who.young ? does['who-young'] : does['who-adult'];
    case 'handoff':
      return block.peers ? does['handoff-peers'] : does.handoff;
    case 'short':
      return block.on ? does['short-on'] : does['short-off'];
    default:
      return does[block.type];
  }
}

function helpInWords(list: Extract<Block, { type: 'local-help' }>['list'], { does }: PreviewWords): string {
  if (list === 'more') return does['help-more'];
  if (list === 'again') return does['help-again'];
  if ('topic' in list) return fill(does['help-topic'], { topic: list.topic });
  return 'answer' in list ? fill(does['help-answer'], { answer: list.answer }) : does['help-give'];
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
