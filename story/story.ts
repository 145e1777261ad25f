import type { Flag, Line, Story } from './types';

/** The story of somebody who has said nothing yet. */
export function blankStory(): Story {
  return { lines: [], flags: [] };
}

/** Adds what they said; the very same answer to the same question is not kept twice. */
export function addLine(story: Story, line: Omit<Line, 'id' | 'struck'>): Story {
  const known = story.lines.some(({ question, text }) => question === line.question && text === line.text);
  if (known) return story;
  const id = 1 + Math.max(0, ...story.lines.map((each) => each.id));
  return { ...story, lines: [...story.lines, { ...line, id, struck: false }] };
}

/** Words about danger: kept word for word beside the story. */
export function addFlag(story: Story, flag: Flag): Story {
  return { ...story, flags: [...story.flags, flag] };
}

/** What may be passed on: everything the person did not strike, and first whom they would rather talk with. */
export function sharedLines(story: Story): Line[] {
  const shared = story.lines.filter(({ struck }) => !struck);
  return [...shared.filter(({ wish }) => wish), ...shared.filter(({ wish }) => !wish)];
}
