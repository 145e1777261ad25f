import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { openBrowser, openPage } from '../browser';

const ROOT = join(__dirname, '../..');

/** A whole Natter as a newcomer starts it, with a browser in which workers and people sit side by side. */
export interface DeskWorld {
  server: ServerProcess;
  browser: Browser;
  /** A worker of their own, signed in at the desk. */
  worker(name: string, ...more: string[]): Promise<Page>;
  /** Somebody who has opened the chat on a small phone, and said nothing yet. */
  visitor(): Promise<Page>;
  /** Somebody on the web who has said this, and asked for a person. */
  person(words: string): Promise<Page>;
  /** What went wrong on any page. */
  troubles: string[];
  close(): Promise<void>;
}

/** `script`: another server than `npm start` starts. */
export async function openDeskWorld(env: Record<string, string> = {}, script?: string): Promise<DeskWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'natter-desk-'));
  const server = await startServer({ DATA_DIR: dir, ...env }, script);
  const browser = await openBrowser();
  const troubles: string[] = [];
  const pageOf = async (width: number, height: number): Promise<Page> => {
    const opened = await openPage(browser, { viewport: { width, height }, reducedMotion: 'reduce' });
    opened.page.setDefaultTimeout(30_000);
    opened.page.on('close', () => troubles.push(...opened.troubles));
    return opened.page;
  };
  const visitor = async (): Promise<Page> => {
    const page = await pageOf(320, 640);
    await page.goto(`${server.url}/`);
    await reads(page, 'What is on your mind?');
    return page;
  };
  return {
    server,
    browser,
    troubles,
    async worker(name, ...more) {
      const args = [
        'ts-node',
        'tools/worker.ts',
        'add',
        '--name',
        name,
        '--email',
        `${name.toLowerCase().replace(/\W/g, '')}@example.org`,
      ];
      const role = more.includes('--role') ? [] : ['--role', 'worker'];
      const { stdout } = await promisify(execFile)('npx', [...args, ...role, ...more], {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: dir, ...env },
      });
      const page = await pageOf(1280, 800);
      const ticket = stdout.trim().split('#')[1] ?? '';
      await page.goto(`${server.url}/desk/sign-in#${ticket}`);
      await page.getByRole('button', { name: 'Next person' }).waitFor();
      return page;
    },
    visitor,
    async person(words) {
      const page = await visitor();
      await asksForPerson(page, words);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Says this, and asks for a person. */
export async function asksForPerson(page: Page, words: string): Promise<void> {
  await reads(page, 'What is on your mind?');
  for (const said of [words, 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await says(page, said);
  await reads(page, /waiting|left this for the team|is here/);
}

/** Waits until the conversation holds these words. */
export async function reads(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('log').getByText(words).last().waitFor();
}

/** Says something, and waits until an answer has come to it. */
export async function says(page: Page, words: string): Promise<void> {
  const log = page.getByRole('log');
  const before = (await log.textContent())?.length ?? 0;
  await page.getByRole('textbox', { name: 'Your message' }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  for (let tries = 0; tries < 400; tries += 1) {
    const now = (await log.textContent()) ?? '';
    if (now.length > before + words.length && !now.trimEnd().endsWith(words)) return;
    await page.waitForTimeout(50);
  }
  throw new Error('Nothing was answered.');
}

/** A picture of how it looks, where somebody wants to see it: with PICTURES set to a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
