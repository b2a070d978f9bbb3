// Playwright's `test`, with a server and an open page for each test.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { Calculator, kept } from './calculator.mjs';
import { DIST, serve } from './server.mjs';

export { expect } from '@playwright/test';
export { kept };

/** The whole product in one file, as it is opened from a disk. */
export const ONE_FILE = pathToFileURL(join(DIST, 'missing-from-care.html')).href;

/** How a page can come to a person: over the network, from what the browser keeps of it, or from a disk. */
export const MODES = ['first visit', 'later visit', 'one file'];

export const test = base.extend({
  mode: ['first visit', { option: true }],
  /** The built page on a server of its own. */
  site: async ({}, use) => {
    const site = await serve();
    await use(site);
    await site.stop();
  },
  /** Another server, which the page has no business with. */
  elsewhere: async ({}, use) => {
    const elsewhere = await serve();
    await use(elsewhere);
    await elsewhere.stop();
  },
  /** The page, open and ready. */
  calculator: async ({ page, site, mode }, use) => {
    const calculator = new Calculator(page);
    if (mode === 'later visit') {
      await calculator.open(site.url);
      await kept(page);
    }
    await calculator.open(mode === 'one file' ? ONE_FILE : site.url);
    await use(calculator);
  },
});

/** The files of a sample, where the source keeps them. */
export const samples = {
  answers: ['static/samples/answers-2024.csv'],
  return: ['header', 'episodes', 'uasc', 'missing'].map((name) => `static/samples/ssda903/${name}.csv`),
  published: ['static/samples/published-2024.csv'],
};

/** Puts files into a folder of the test. Returns their paths. */
export async function saved(info, files) {
  const paths = [];
  for (const [name, bytes] of Object.entries(files)) {
    paths.push(info.outputPath(name));
    await writeFile(paths.at(-1), bytes);
  }
  return paths;
}
