import type { Danger } from '../understanding/types';

/** One thing the person said, kept so that nobody asks it again. It is theirs: they see it, strike it, delete it. */
export interface Line {
  id: number;
  at: number;
  /** The question it answers, when there was one. */
  question: string | null;
  text: string;
  /** `words`: exactly what they wrote. `choice`: a button they picked, in Natter's words. */
  kind: 'words' | 'choice';
  /** Left out by the person: never passed on. */
  struck: boolean;
  /** Whom they would rather talk with, or rather not. */
  wish?: true;
}

/** Words about danger, always shown to the worker word for word. The person is told so. */
export interface Flag {
  at: number;
  kinds: Danger[];
  text: string;
}

export interface Story {
  lines: Line[];
  flags: Flag[];
}
