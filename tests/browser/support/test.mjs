// Playwright's `test`, with a server and an open page for each test.

import { test as base } from '@playwright/test';
import { Calculator } from './calculator.mjs';
import { serve } from './server.mjs';

export { expect } from '@playwright/test';

export const test = base.extend({
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
  calculator: async ({ page, site }, use) => {
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await use(calculator);
  },
});

/** The files of a sample, where the source keeps them. */
export const samples = {
  answers: ['static/samples/answers-2024.csv'],
  return: ['header', 'episodes', 'uasc', 'missing'].map((name) => `static/samples/ssda903/${name}.csv`),
  published: ['static/samples/published-2024.csv'],
};
