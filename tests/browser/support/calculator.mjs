// What a person does with the page, in the page's own words.

import { basename } from 'node:path';
import { expect } from '@playwright/test';
import { said, words } from './words.mjs';

/** Waits until the browser keeps the page, for use without a network. */
export async function kept(page) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** The page in a browser's tab. */
export class Calculator {
  constructor(page) {
    this.page = page;
    this.files = page.getByRole('region', { name: words('files-heading') });
    this.results = page.getByRole('region', { name: words('results-heading') });
  }

  /** Opens the page and waits until it can be used. */
  async open(url) {
    await this.page.goto(url);
    await expect(this.chooseButton()).toBeEnabled();
  }

  /** Waits until what writes workbooks has come: a CSV file that is chosen before then closes the network to it. */
  async workbooksCanBeWritten() {
    if (!this.page.url().startsWith('http')) return;
    await this.page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('books_bg') && responseEnd > 0),
    );
  }

  chooseButton() {
    const { page } = this;
    const first = page.getByRole('button', { name: words('choose-files'), exact: true });
    return first.or(page.getByRole('button', { name: words('choose-more'), exact: true }));
  }

  /** Chooses files: paths, or `{ name, mimeType, buffer }`. */
  async choose(...files) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.chooseButton().click();
    await (await chooser).setFiles(files);
    for (const file of files) {
      await expect(async () => {
        await this.showFiles();
        await expect(this.file(file.name ?? basename(file)).first()).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 10_000 });
    }
  }

  /** Chooses one file that holds a text or bytes. */
  async chooseText(name, content) {
    await this.choose({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  }

  /** Opens a sample: `sample-answers`, `sample-return` or `sample-published`. */
  async sample(key) {
    await this.page.getByRole('button', { name: words(key) }).click();
  }

  /** One file in the list. */
  file(name) {
    return this.files.getByRole('listitem').filter({ hasText: name });
  }

  /** Opens a part of the results, by the key of its name (`part-compare`), and waits until it is there. */
  async part(key) {
    await this.page.getByRole('navigation', { name: words('parts-label') }).getByRole('link', { name: words(key) }).click();
    const heading = this.results.getByRole('heading', { level: 3, name: words(key), exact: true });
    await expect(heading).toBeFocused();
    await expect(this.page.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
  }

  /** The row of a rule that rows break, in the part on data quality. */
  rule(code) {
    const head = this.page.getByRole('rowheader', { name: new RegExp(`^${code}\\b`) });
    return this.results.getByRole('region', { name: words('quality-rules-caption') }).getByRole('row').filter({ has: head });
  }

  /** Lists every file, as a click does, but leaves the focus where it is. */
  async showFiles() {
    const show = this.page.getByRole('button', { name: words('files-show'), exact: true });
    if (await show.count()) await show.evaluate((button) => button.click());
  }

  async clear() {
    await this.page.getByRole('button', { name: words('clear-everything') }).click();
  }

  /** Waits until everything that was chosen is read and calculated. */
  async done() {
    await expect(this.page.getByRole('status').filter({ hasText: words('live-done') })).toBeAttached();
    // In the list of files: Reading is also the name of an authority.
    for (const unfinished of ['file-waiting', 'file-reading']) {
      await expect(this.files.getByText(words(unfinished), { exact: true })).toHaveCount(0);
    }
    await expect(this.page.getByText(words('results-calculating'), { exact: true })).toHaveCount(0);
    await this.showFiles();
  }

  /** Waits until the page says that the network is closed. */
  async networkClosed() {
    await expect(this.page.getByText(said('network-closed'))).toBeVisible();
  }

  /** Saves a download (`download-json` or `download-csv`) and gives back its text. */
  async download(key) {
    return (await this.downloadFile(key)).bytes.toString('utf8');
  }

  /** The same, with its name and bytes. */
  async downloadFile(key) {
    const waiting = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: words(key) }).click();
    const download = await waiting;
    const parts = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
  }
}
