import type { Agreed, PauseFor, Waiting, Worker } from '../../handoff/types';
import { api, Refused } from './api.js';
import type { Ask, AskFor } from './ask.js';
import type { Asking } from './asking.js';
import type { Away } from './away.js';
import type { As } from './composer.js';
import type { Ending } from './end.js';
import type { EndedList } from './ended.js';
import { nextOf, waitsNow } from './next.js';
import type { Pace } from './pace.js';
import type { PersonActs, PersonView } from './person.js';
import { fill, words } from './words.js';

/** What the page shows now. */
export interface Shown {
  me: Worker | null;
  people: Waiting[];
  /** The id of whoever is open, and their view once it has come. */
  open: string | null;
  person: PersonView | null;
  /** Those of mine who wrote while somebody else was open. */
  fresh: Set<string>;
}

export interface ActsDeps extends Asking {
  shown: Shown;
  pace: Pace;
  ask: Ask;
  away: Away;
  ended: Pick<EndedList, 'look'>;
  announce: (text: string) => void;
  show: (id: string) => Promise<void>;
  close: () => void;
  focusBox: () => void;
}

/** What a worker does at the desk: each is asked of the API, and what has become of it is shown. */
export function createActs(deps: ActsDeps) {
  const { shown, pace, ask, away, ended, guarded, noRefusal, announce, show, close, focusBox } = deps;

  /** Does it, and looks at everything. False when it was refused. */
  const act = (work: () => Promise<unknown>, done: () => void = () => undefined): Promise<boolean> =>
    pace.during(async () => {
      noRefusal();
      const answer = await guarded(work);
      await pace.all();
      if (answer !== null) done();
      return answer !== null;
    });

  const toBox = (said: string) => () => {
    announce(said);
    focusBox();
  };

  /** The refusal's words when it was refused, for a dialog that stays open; null when it is done with. */
  async function asked(work: () => Promise<unknown>): Promise<{ done: boolean; refusal: string | null }> {
    try {
      await work();
      return { done: true, refusal: null };
    } catch (error) {
      if (error instanceof Refused && error.code !== 'signed-out') return { done: false, refusal: error.message };
      await guarded(() => Promise.reject(error));
      return { done: false, refusal: null };
    }
  }

  /** Claims the first who waits; when somebody else was quicker, the one after. */
  async function next(): Promise<void> {
    // The list may not have come yet, or not with whoever has just asked.
    if (!shown.people.some(waitsNow)) await pace.all();
    const first = nextOf(shown.people);
    if (!first) return announce(words.people['nobody-next']);
    noRefusal();
    try {
      await api.claim(first.id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const again = error.code === 'taken' || error.code === 'gone';
      if (!again) return void (await guarded(() => Promise.reject(error)));
      await pace.all();
      // The list is what it was: better to stop than to ask for the same person for ever.
      if (nextOf(shown.people)?.id !== first.id) await next();
      return;
    }
    announce(words.live.claimed);
    await pace.all();
    await show(first.id);
    focusBox();
  }

  async function openAsk(): Promise<void> {
    const colleagues = await guarded(() => api.colleagues());
    if (colleagues) ask.open(colleagues);
  }

  async function openAway(): Promise<void> {
    const offered = await guarded(() => api.pauses());
    if (offered) away.open(offered.pauses);
  }

  const leave = (id: string): Promise<void> =>
    pace.during(async () => {
      const theirs = shown.people.find((one) => one.id === id);
      const stays = theirs?.worker?.id === shown.me?.id ? theirs?.beside : theirs?.worker;
      noRefusal();
      if ((await guarded(() => api.leave(id))) === null) return;
      announce(fill(words.company.left, { name: stays?.name ?? '' }));
      close();
      await pace.all();
    });

  return {
    next: () => pace.during(next),
    /** What can be done with whoever is open. */
    on: (id: string): Omit<PersonActs, 'onEnd' | 'onBack'> => ({
      onClaim: () => void act(() => api.claim(id), toBox(words.live.claimed)),
      // Somebody whom another worker has goes back to the queue.
      onRelease: () =>
        void act(
          () => api.release(id),
          () => announce(words.live.released),
        ),
      onAsk: () => void openAsk(),
      onTakeBack: () => void act(() => api.takeBack(id)),
      onJoin: () => void act(() => api.join(id), toBox(words.company.joined)),
      onAskToRead: () => void act(() => api.askToRead(id), focusBox),
      onLeave: () => void leave(id),
      onAway: () => void openAway(),
      onHere: () => void act(() => api.back(id), toBox(words.pause['is-back'])),
    }),
    send: (id: string, text: string, messageId: string, as: As): Promise<void> =>
      pace.during(async () => {
        noRefusal();
        try {
          await (as === 'note' ? api.note : api.say)(id, text, messageId);
        } catch (error) {
          await guarded(() => Promise.reject(error));
          throw error;
        }
        await pace.talk();
      }),
    askFor: (wanted: AskFor): Promise<string | null> =>
      pace.during(async () => {
        const id = shown.open;
        if (!id) return null;
        const { refusal } = await asked(() => api.ask(id, wanted));
        if (refusal === null) await pace.all();
        return refusal;
      }),
    stepAway: (wanted: PauseFor): Promise<string | null> =>
      pace.during(async () => {
        const id = shown.open;
        if (!id) return null;
        const { done, refusal } = await asked(() => api.pause(id, wanted));
        if (!done) return refusal;
        announce(words.pause.told);
        await pace.all();
        return null;
      }),
    reopen: (id: string): Promise<void> =>
      pace.during(async () => {
        noRefusal();
        const opened = await guarded(() => api.reopen(id));
        ended.look();
        await pace.all();
        if (opened === null) return;
        announce(words['ended-today'].reopened);
        await show(id);
        focusBox();
      }),
    finish: (ending: Ending, agreed: Agreed): Promise<string | null> =>
      pace.during(async () => {
        const id = shown.open;
        if (!id) return null;
        const { done, refusal } = await asked(() =>
          ending === 'hand-back' ? api.handBack(id) : api.end(id, ending, agreed),
        );
        if (!done) return refusal;
        announce(ending === 'hand-back' ? words.end['handed-back'] : words.end.ended);
        shown.people = shown.people.filter((waiting) => waiting.id !== id);
        ended.look();
        close();
        await pace.all();
        return null;
      }),
  };
}
