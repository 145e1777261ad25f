import type { DeskView, Worker } from '../../handoff/types';
import { type CompanyActs, createCompany } from './company.js';
import { el, said, scroller, setText } from './dom.js';
import { keepFocus } from './keep-focus.js';
import { createPaused, type PausedActs } from './paused.js';
import { createTalk } from './talk.js';
import { asked, bookedFor, channelName, fill, leftBy, span, timeOf, timeOrDay, words, wroteIn } from './words.js';

export interface PersonView {
  element: HTMLElement;
  /** Takes the focus when the person is opened. */
  title: HTMLElement;
  show(view: DeskView): void;
  /** Minutes pass. */
  tick(): void;
}

/** What a worker can do with one person. */
export interface PersonActs extends CompanyActs, PausedActs {
  onClaim: () => void;
  onRelease: () => void;
  onEnd: () => void;
  onBack: () => void;
}

const text = words.person;
/** Who may move somebody whom another worker has. */
const LOOK_AFTER_ALL = new Set<Worker['role']>(['lead', 'admin']);

/** One person: what was flagged, what they agreed to share, and what was said since they asked for a person. */
export function createPerson(me: Worker, actions: PersonActs, composer: HTMLElement): PersonView {
  let shown: DeskView | null = null;
  const title = el('h2', { tabindex: '-1', class: 'person-title' });
  const state = el('p', { class: 'quiet' });
  const claim = el('button', { type: 'button', class: 'primary claim', onclick: actions.onClaim }, text.claim);
  const end = el('button', { type: 'button', class: 'end-open', onclick: actions.onEnd }, words.end.open);
  const back = el('button', { type: 'button', class: 'back', onclick: actions.onBack }, words.people.back);
  const hint = el('p', { class: 'quiet claim-hint' }, text['claim-hint']);
  const release = el(
    'button',
    { type: 'button', class: 'release', title: text['release-hint'], onclick: actions.onRelease },
    text.release,
  );
  const flags = el('section', { class: 'flags', 'aria-labelledby': 'flags-title' });
  const shared = scroller('shared', 'shared-title');
  const askToRead = el(
    'button',
    { type: 'button', class: 'ask-to-read', onclick: actions.onAskToRead },
    text['ask-to-read'],
  );
  const booked = el('section', { class: 'booked', 'aria-labelledby': 'booked-title' });
  const company = createCompany(me.id, actions);
  const paused = createPaused(me.id, actions);
  const talk = createTalk(composer);
  const element = el(
    'article',
    { class: 'person' },
    el(
      'header',
      { class: 'person-top' },
      el('div', { class: 'back-row' }, back),
      el('div', { class: 'person-name' }, title, state),
      claim,
      release,
      end,
      hint,
      booked,
      el('div', { class: 'person-acts' }, company.element, paused.element),
    ),
    flags,
    shared,
    el('div', { class: 'talk-side' }, talk.element, composer),
  );

  function tick(): void {
    if (!shown) return;
    const mine = isMine(shown, me.id);
    const where = shown.worker
      ? mine
        ? text.yours
        : shown.pausedUntil
          ? fill(words.pause.with, { name: shown.worker.name, time: timeOrDay(shown.pausedUntil) })
          : fill(shown.away ? words.people.away : text.others, { name: shown.worker.name })
      : shown.later
        ? ''
        : fill(words.people.waited, { time: span(Date.now() - shown.waitingSince) });
    const parts = [channelName(shown.channel), where, shown.team?.name, leftBy(shown), wroteIn(shown)];
    setText(state, parts.filter(Boolean).join(' · '));
    paused.tick();
  }

  return {
    element,
    title,
    tick,
    // What was pressed may be hidden by what came of it, and the box by whoever moves them.
    show: (view) =>
      keepFocus(
        element,
        () => draw(view),
        () => title.focus(),
      ),
  };

  function draw(view: DeskView): void {
    const before = shown;
    shown = view;
    setText(title, asked(view.waitingSince));
    tick();
    claim.hidden = hint.hidden = view.owner !== 'waiting';
    end.hidden = view.worker?.id !== me.id;
    composer.hidden = !isMine(view, me.id);
    release.hidden = isMine(view, me.id) || !view.worker || !LOOK_AFTER_ALL.has(me.role);
    company.show(view);
    paused.show(view);
    if (JSON.stringify(before?.flags) !== JSON.stringify(view.flags)) flags.replaceChildren(...flagged(view));
    if (told(before) !== told(view)) shared.replaceChildren(...sharedLines(view, me), ...earlierLines(view), askToRead);
    askToRead.hidden = !view.mayAskToRead;
    if (JSON.stringify(before?.booked) !== JSON.stringify(view.booked)) booked.replaceChildren(...whenAndHow(view));
    booked.hidden = !view.booked;
    flags.hidden = view.flags.length === 0;
    talk.show(view.entries, mayRead(view, me));
  }
}

/** Am I there, as the worker who has them or as a second one? */
export const isMine = ({ worker, beside }: Pick<DeskView, 'worker' | 'beside'>, me: string): boolean =>
  worker?.id === me || beside?.id === me;

function flagged({ flags }: DeskView): Node[] {
  const items = flags.map(({ at, kinds, text: spoken }) =>
    el(
      'li',
      {},
      said('blockquote', spoken),
      el('p', { class: 'quiet' }, `${timeOf(at)} · ${kinds.map((kind) => words.kinds[kind]).join(', ')}`),
    ),
  );
  return [
    el('h3', { id: 'flags-title' }, text.flags),
    el('p', { class: 'quiet' }, text['flags-note']),
    el('ul', {}, ...items),
  ];
}

function whenAndHow({ booked }: DeskView): Node[] {
  if (!booked) return [];
  return [
    el('h3', { id: 'booked-title' }, text.booked),
    el('p', {}, bookedFor(booked) || text['booked-unread']),
    ...booked.words.split('\n').map((line) => said('blockquote', line)),
    el('p', { class: 'quiet' }, text['booked-note']),
  ];
}

/** A peer is given what somebody told Natter only where they have agreed to it. */
const mayRead = ({ peersMayRead }: DeskView, { role }: Worker): boolean => peersMayRead || role !== 'peer';

/** All that stands in that part. */
const told = (view: DeskView | null): string => JSON.stringify([view?.shared, view?.earlier, view?.peersMayRead]);

/** What another worker wrote down when they finished. */
function earlierLines({ earlier }: DeskView): Node[] {
  if (earlier.length === 0) return [];
  const lines = earlier.flatMap((ended) => [
    ...(ended.with ? [fill(text['earlier-with'], { with: ended.with })] : []),
    ...(ended.promised ? [fill(text['earlier-promised'], { name: ended.name, promised: ended.promised })] : []),
  ]);
  return [el('h3', {}, text.earlier), el('ul', {}, ...lines.map((line) => el('li', { dir: 'auto' }, line)))];
}

function sharedLines(view: DeskView, me: Worker): Node[] {
  const { shared } = view;
  const title = el('h3', { id: 'shared-title' }, text.shared);
  if (!mayRead(view, me)) return [title, el('p', { class: 'not-agreed' }, text['not-agreed'])];
  if (shared.length === 0) return [title, el('p', { class: 'quiet' }, text['shared-empty'])];
  const lines = shared.map(({ question, text: line, kind, wish }) =>
    el(
      'li',
      { class: kind },
      el('p', { class: 'question' }, wish ? text.rather : (question ?? text['no-question'])),
      kind === 'words' ? said('blockquote', line) : el('p', { class: 'picked' }, line),
      ...(kind === 'choice' ? [el('p', { class: 'quiet' }, text.picked)] : []),
    ),
  );
  return [title, el('p', { class: 'quiet' }, text['shared-note']), el('ol', {}, ...lines)];
}
