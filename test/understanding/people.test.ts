import type { About } from '../../understanding/types';
import { understanding } from './english';

test.each<[string, About]>([
  ['i feel so low', 'self'],
  ['my husband hits me', 'self'],
  ['i have 2 kids and no money', 'self'],
  ['i cant sleep', 'self'],
  ['my daughter is 14', 'child'],
  ['worried about my son', 'child'],
  ['my 5 year old boy wont eat', 'child'],
  ['im worried about my mum, shes not eating', 'parent'],
  ['my dad has dementia', 'parent'],
  ['nan has collapsed', 'relative'],
  ['my husband drinks too much', 'relative'],
  ['my brother is in trouble', 'relative'],
  ['my best friend is being hurt at home', 'friend'],
  ['im asking for a friend of mine', 'friend'],
  ['hello', 'unknown'],
  ['what time do you open', 'unknown'],
])('"%s" is about %s', (text, about) => expect(understanding.read(text).about).toBe(about));

test.each([
  ['im 14', true],
  ['i am 9 years old', true],
  ['in year 9', true],
  ['my teacher shouts at me', true],
  ['my mum and dad are always shouting', true],
  ['i hate school', true],
  ['mum wont let me see my friends', true],
  ['my daughter is 14', false],
  ['my kids are hungry', false],
  ['my husband drinks', false],
  ['im 34 and lonely', false],
  ['im a single mum', false],
  ['im 12 weeks pregnant', null],
  ['im 10 minutes away', null],
  ['i feel sad', null],
  ['', null],
])('"%s": writer under 18? %s', (text, young) => expect(understanding.read(text).young).toBe(young));
