import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is: each fault with the elements that have it. */
export async function axe(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(AXE);
  const run = JSON.stringify({ runOnly: RULES, ...options });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${run})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
