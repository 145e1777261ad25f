import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { readConfig } from '../config';
import { masterKeys } from '../store/master-key';
import { openStore } from '../store/open';
import { type Rewrapped, rewrapAll } from '../store/sealed/rewrap';

const PAUSE_MS = 200;

/** What the operator reads at the end of a rotation. */
export function report({ conversations, rewrapped, left, waiting }: Rewrapped): string {
  const counts = `${conversations} conversations, ${rewrapped} of them rewrapped now.`;
  if (left + waiting === 0) {
    return `${counts}\nEverything is under the newest key. MASTER_KEY_OLD may be taken out of the settings.`;
  }
  return [
    counts,
    `Still under an older key: ${left} conversations and ${waiting} messages that wait for their turn.`,
    'Keep MASTER_KEY_OLD, see to it that every process runs with the newest MASTER_KEY, and run this again in a minute.',
  ].join('\n');
}

/** Wraps every conversation's key with MASTER_KEY. The keys in MASTER_KEY_OLD open what was sealed before. */
async function main(): Promise<number> {
  const config = readConfig(process.env);
  const keys = masterKeys(config.masterKey, config.masterKeyOld, config.dataDir);
  const store = await openStore({ ...config, log: pino({ level: config.logLevel }) });
  try {
    const result = await rewrapAll(store, keys, Date.now, () => setTimeout(PAUSE_MS));
    console.log(report(result));
    return result.left + result.waiting === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

if (require.main === module) {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
