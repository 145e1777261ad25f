import type { DeskView } from '../../handoff/types';
import { el, setText } from './dom.js';
import type { Places } from './shared/gsm';
import { dayAndTime, fill, words } from './words.js';

const text = words.reach;

/** What can be told of a text message: how many it goes out as, the signs that make it dearer, and how many it would be without. */
type Count = (written: string) => { segments: number; other: string[]; plain: number };

/** What the channel of whoever is open allows: what a text message costs, and whether WhatsApp takes it now. */
export function createReach(box: HTMLTextAreaElement) {
  const element = el('p', { id: 'reply-reach', class: 'quiet reach' });
  let view: DeskView | null = null;
  let count: Count | null = null;

  box.addEventListener('input', show);

  function show(): void {
    setText(element, view?.channel === 'sms' ? texting(box.value) : view?.reach ? whatsApp(view.reach) : '');
  }

  function texting(written: string): string {
    if (!count || !written.trim()) return '';
    const { segments, other, plain } = count(written);
    const cost = segments === 1 ? text.one : fill(text.many, { n: segments });
    return plain < segments ? `${cost} ${fill(text.dear, { signs: other.join(' '), n: plain })}` : cost;
  }

  return {
    element,
    /** Looks again: at the box, and at the clock. */
    show,
    of(next: DeskView): void {
      view = next;
      show();
      if (next.channel !== 'sms' || count) return;
      void loaded().then(
        (known) => {
          count = known;
          show();
        },
        // It is only told, and asked for again the next time.
        () => undefined,
      );
    },
  };
}

function whatsApp({ until, held, asks }: NonNullable<DeskView['reach']>): string {
  const waits = held === 0 ? '' : held === 1 ? text['held-one'] : fill(text.held, { n: held });
  const open = Date.now() < until && held === 0;
  const state = open ? fill(text.open, { time: dayAndTime(until) }) : asks ? text.closed : text['closed-for-good'];
  return [state, waits].filter(Boolean).join(' ');
}

/** The count that Natter itself goes by when it sends, and its table of signs. */
async function loaded(): Promise<Count> {
  const [gsm, places] = await Promise.all([
    import('./shared/gsm'),
    fetch(document.body.dataset.signs ?? '').then((reply) => reply.json() as Promise<Places>),
  ]);
  return (written) => {
    const sent = gsm.plainSigns(written.trim());
    const other = gsm.otherSigns(sent, places);
    const without = [...sent].filter((sign) => !other.includes(sign)).join('');
    return { segments: gsm.segments(sent, places), other, plain: gsm.segments(without, places) };
  };
}
