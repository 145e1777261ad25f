import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { readConfig } from '../config';
import { readContent } from '../read-content';
import { MADE_FROM } from '../read-translation';
import { accepted, told } from './translate/report';

const USAGE = `Shows how a translation stands to the English of today.

  npm run translate -- --language cy                       every step and phrase: missing, outdated (and what changed) or up to date
  npm run translate -- --language cy --accept money#start  the translation of this one fits today's English
  npm run translate -- --language cy --accept all          all that is translated does
  npm run translate -- --language cy --content DIR         another folder

A phrase is named phrases#kept. What was accepted is noted in content/cy/${MADE_FROM}.`;

function main(): void {
  const { values } = parseArgs({
    options: {
      language: { type: 'string' },
      accept: { type: 'string', multiple: true },
      content: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !values.language) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const { contentDir, place } = readConfig(process.env);
  const dir = relative(process.cwd(), resolve(values.content ?? contentDir)) || '.';
  const { content } = readContent(dir, place);
  if (!content) throw new Error('The content cannot be read: npm run check says why.');
  const translation = content.translations[values.language];
  if (!translation) throw new Error(`There is no translation "${values.language}".`);
  if (!values.accept) return console.log(told(translation.parts));
  const { from, names } = accepted(translation.parts, values.accept);
  const file = join(dir, values.language, MADE_FROM);
  writeFileSync(
    file,
    `# Made by npm run translate: the English that each part was translated from.\n${stringify(from, { blockQuote: 'literal', lineWidth: 0 })}`,
  );
  console.log(`${names.length} noted in ${file}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
