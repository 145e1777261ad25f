import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from '../../read-content';
import { talkOf } from '../../talk-from-content';
import { checkContent } from '../check/content';
import { coverage } from '../check/coverage';
import type { Found } from './background';
import type { Where } from './look';

export interface Task extends Where {
  /** Where the conversation tests lie. */
  conversations: string;
  /** `YYYY-MM-DD` */
  today: string;
}

const tell = (found: Found) => parentPort?.postMessage(found);

/** First what is quicker to find out. What throws here ends the thread, which tells why. */
async function run({ dir, place, language, conversations, today }: Task): Promise<void> {
  const { faults, warnings } = checkContent(dir, today);
  tell({ checked: { faults, warnings } });
  const { content } = readContent(dir, place);
  if (!content) return;
  const tests = readdirSync(conversations).filter((name) => name.endsWith('.md'));
  const written = tests.map((name) => readFileSync(join(conversations, name), 'utf8'));
  tell({ reached: await coverage(written, talkOf(content, language)) });
}

void run(workerData as Task);
