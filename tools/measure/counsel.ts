import { z } from 'zod';
import type { Topic } from '../../understanding/types';

export const counselLine = z.object({ title: z.string(), text: z.string(), topic: z.string() });

/**
 * What the askers of counsel-chat called their questions, as topics of ours. They could pick one name only, and often picked a
 * broad one, so several of ours can be right. Names that say nothing about what it is about are left out.
 */
const AS_TOPICS: Record<string, Topic[]> = {
  depression: ['feelings'],
  anxiety: ['feelings'],
  'self-esteem': ['feelings'],
  stress: ['feelings'],
  'anger-management': ['feelings', 'relationships'],
  'sleep-improvement': ['feelings', 'health'],
  'eating-disorders': ['feelings', 'health'],
  trauma: ['feelings', 'abuse'],
  parenting: ['parenting', 'baby', 'school'],
  'children-adolescents': ['parenting', 'school'],
  'relationship-dissolution': ['relationships'],
  relationships: ['relationships'],
  marriage: ['relationships'],
  intimacy: ['relationships'],
  'family-conflict': ['relationships', 'parenting'],
  'social-relationships': ['loneliness', 'relationships'],
  'workplace-relationships': ['work'],
  'domestic-violence': ['abuse'],
  'grief-and-loss': ['grief'],
  'substance-abuse': ['habits'],
  addiction: ['habits'],
};

/** A question as a message with its topics; nothing when its name says no topic of ours. */
export function counselTopics({
  title,
  text,
  topic,
}: z.infer<typeof counselLine>): { text: string; topics: Topic[] }[] {
  const topics = AS_TOPICS[topic];
  return topics ? [{ text: `${title}\n${text}`, topics }] : [];
}
