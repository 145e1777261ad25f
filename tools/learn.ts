import { writeFileSync } from 'node:fs';
import { readConfig } from '../config';
import { learntFiles } from '../open-understanding';
import { languagesIn, readContent } from '../read-content';
import { startLearning } from '../reading-thread';

/*
 * Learns from the examples in content/<language>/topics and safety, and keeps what was learnt beside them. Run it when examples
 * have changed; a running Natter does it by itself, and keeps the result in DATA_DIR.
 *   npm run learn
 */

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { content } = readContent(config.contentDir, config.place);
  if (!content) throw new Error('The content cannot be read: npm run check says why.');
  for (const language of languagesIn(config.contentDir)) {
    const words = content.understanding[language];
    if (!words) continue;
    const [file] = learntFiles(config, language);
    writeFileSync(file, await startLearning(words, (progress) => console.log(`${language}: ${progress}`)).learnt);
    console.log(`${language}: kept in ${file}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'Something went wrong');
  process.exitCode = 1;
});
