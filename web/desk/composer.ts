import type { DeskView } from '../../handoff/types';
import { api } from './api.js';
import { el, setText } from './dom.js';
import { createPlainHelp } from './plain-help.js';
import { createReach } from './reach.js';
import { createSavedReplies } from './saved-replies.js';
import { fill, words } from './words.js';
import { createWriting, nowAndThen } from './writing.js';

/** As the API has it: see `Message` in /desk/api/openapi.json. */
const REPLY_MAX = 4000;
/** From here on the letters left are shown. */
const NEARLY = 500;

interface Draft {
  text: string;
  /** Stays the same while the same words are tried again, so that they cannot arrive twice. */
  messageId: string;
}

export interface Composer {
  element: HTMLElement;
  /** Shows the draft of this conversation. */
  open(view: DeskView): void;
  /** The person is writing, if it is them who are open. */
  theyWrite(id: string): void;
  /** Minutes pass. */
  tick(): void;
  focus(): void;
  /** Forgets every draft. */
  clear(): void;
}

/** What is done with what was typed: the person reads a reply, and only the team a note. */
export type As = 'reply' | 'note';

/**
 * The reply box. What was typed is kept per conversation until it has been sent. `send` throws when it could not. `typing` is
 * told now and then that something is being written to somebody on the web: whether it becomes a note is not known before the end.
 */
export function createComposer(
  send: (id: string, text: string, messageId: string, as: As) => Promise<void>,
  typing: (id: string) => void,
): Composer {
  const drafts = new Map<string, Draft>();
  let current = '';
  let onWeb = false;
  let sending = false;

  const box = el('textarea', { id: 'reply', rows: '2', 'aria-describedby': 'reply-hint reply-note reply-reach' });
  const plain = createPlainHelp(box);
  const reach = createReach(box);
  const saved = createSavedReplies(box, async () => (await api.savedReplies()).replies);
  const writing = createWriting();
  const tell = nowAndThen(typing);
  const note = el('p', { id: 'reply-note', class: 'note', role: 'status' });
  const button = el('button', { type: 'submit', class: 'primary' }, words.reply.send);
  const keepNote = el(
    'button',
    { type: 'button', class: 'keep-note', title: words.reply['note-hint'], onclick: () => void submit('note') },
    words.reply.note,
  );
  const element = el(
    'form',
    {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault();
        void submit('reply');
      },
    },
    writing.element,
    el('label', { for: 'reply' }, words.reply.label),
    box,
    saved.panel,
    reach.element,
    plain.element,
    el(
      'div',
      { class: 'composer-foot' },
      el('p', { id: 'reply-hint', class: 'quiet' }, words.reply.hint),
      note,
      saved.button,
      keepNote,
      button,
    ),
  );

  const keep = (): void => {
    const before = drafts.get(current);
    if (before?.text === box.value) return;
    drafts.set(current, { text: box.value, messageId: messageId() });
  };

  box.addEventListener('input', () => {
    keep();
    say(room(box.value));
    if (onWeb && box.value.trim()) tell(current);
  });
  box.addEventListener('keydown', (event) => {
    // While an input method is still building a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (event.altKey) plain.first();
    else element.requestSubmit();
  });

  function write(text: string): void {
    if (box.value === text) return;
    box.value = text;
    plain.look();
    reach.show();
  }

  function say(text: string, wrong = box.value.length > REPLY_MAX): void {
    setText(note, text);
    note.classList.toggle('wrong', wrong);
    box.setAttribute('aria-invalid', String(wrong));
  }

  async function submit(as: As): Promise<void> {
    const id = current;
    const draft = drafts.get(id);
    if (sending || box.value.length > REPLY_MAX) return;
    if (!draft?.text.trim()) return say(words.reply.empty, true);
    sending = true;
    for (const each of [button, keepNote]) each.setAttribute('aria-disabled', 'true');
    drafts.delete(id);
    write('');
    const failed = await send(id, draft.text, draft.messageId, as).then(
      () => false,
      () => true,
    );
    sending = false;
    for (const each of [button, keepNote]) each.removeAttribute('aria-disabled');
    if (failed) drafts.set(id, joined(draft, drafts.get(id)));
    if (id !== current) return;
    write(drafts.get(id)?.text ?? '');
    say(failed ? words.reply.failed : as === 'note' ? words.reply.noted : words.reply.sent, failed);
  }

  return {
    element,
    open(view) {
      const { id } = view;
      reach.of(view);
      writing.of(view);
      onWeb = view.channel === 'web';
      if (id === current) return;
      current = id;
      saved.close();
      write(drafts.get(id)?.text ?? '');
      say(room(box.value));
    },
    theyWrite(id) {
      if (id === current) writing.hint();
    },
    tick: reach.show,
    focus: () => box.focus(),
    clear() {
      drafts.clear();
      write('');
      say('');
    },
  };
}

function room(text: string): string {
  const left = REPLY_MAX - text.length;
  if (left < 0) return fill(words.reply.over, { n: -left });
  return left <= NEARLY ? fill(words.reply.left, { n: left }) : '';
}

/** What could not be sent, with what was typed while it was tried. */
const joined = (unsent: Draft, typed: Draft | undefined): Draft =>
  typed?.text ? { text: `${unsent.text}\n${typed.text}`, messageId: messageId() } : unsent;

/** `randomUUID` is missing where a page is not on HTTPS or localhost. */
function messageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
