// Every chart: walked by keyboard, and kept as a picture.

import { readFile } from 'node:fs/promises';
import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

/** Parts with charts, what is chosen in them, and which charts must be there. */
const parts = {
  'the bounds of a pooled share': {
    files: samples.answers,
    part: 'part-summary',
    charts: ['robustness-bounds-chart'],
  },
  'authorities beside one another': {
    files: samples.published,
    part: 'part-compare',
    choose: { 'compare-authority': 'Kent' },
    charts: ['among', 'dots', 'funnel', 'map'],
  },
  'who answered': {
    files: samples.answers,
    part: 'part-compare',
    choose: { 'map-pick': words('map-answered') },
    charts: ['map'],
  },
  'a return beside published figures': {
    files: samples.return,
    part: 'part-compare',
    choose: { 'standing-pick': 'Kent' },
    charts: ['standing-beside', 'standing-series'],
  },
  incidents: {
    files: samples.return,
    part: 'part-incidents',
    charts: ['incidents-lengths', 'incidents-times', 'incidents-months'],
  },
  'a series of periods': {
    files: samples.answers,
    part: 'part-change',
    charts: ['series'],
  },
};

async function reach({ calculator, page }, { files, part, choose = {}, charts }) {
  await calculator.choose(...files);
  await calculator.done();
  if (part !== 'part-summary') await calculator.part(part);
  for (const [label, option] of Object.entries(choose)) {
    await page.getByLabel(words(label), { exact: true }).selectOption({ label: option });
  }
  for (const id of charts) await expect(page.locator(`#chart-${id}`)).toBeVisible();
}

for (const [what, part] of Object.entries(parts)) {
  test(`charts are walked by keyboard: ${what}`, async ({ calculator, page }) => {
    await reach({ calculator, page }, part);
    for (const figure of await page.locator('figure.chart').all()) {
      const name = await figure.locator('figcaption').textContent();
      const picture = figure.getByRole('group', { name });
      const said = figure.locator('.chart__said');
      const drawn = await figure.locator('[data-mark]').evaluateAll((shapes) => shapes.map((shape) => shape.dataset.mark));
      const marks = new Set(drawn).size;
      expect(marks, name).toBeGreaterThan(1);
      await expect(said).toHaveText(words('chart-hint'));
      // A pointer that rests on the picture would point at what comes under it.
      await page.mouse.move(0, 0);
      await picture.focus();
      await picture.press('End');
      await expect(said).not.toHaveText(words('chart-hint'));
      const last = await said.textContent();
      await picture.press('Home');
      // Hundreds of marks: the keys between the first and the last are pressed within the page.
      const texts = await figure.evaluate(async (figure, marks) => {
        const texts = [];
        for (let mark = 0; mark < marks; mark += 1) {
          texts.push(figure.querySelector('[role="status"]').textContent);
          const key = mark % 2 ? 'ArrowRight' : 'ArrowDown';
          document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          await new Promise((done) => setTimeout(done));
        }
        return texts;
      }, marks);
      expect(texts.at(-1), name).toBe(last);
      expect(new Set(texts).size, `${name}: every mark says something of its own`).toBe(marks);
      // It stays at its end, and goes back.
      await page.keyboard.press('ArrowRight');
      expect(await said.textContent()).toBe(last);
      await page.keyboard.press('ArrowLeft');
      expect(await said.textContent()).toBe(texts.at(-2));
    }
  });

  test(`charts are kept as pictures: ${what}`, async ({ calculator, page }) => {
    await reach({ calculator, page }, part);
    for (const figure of await page.locator('figure.chart').all()) {
      const name = await figure.locator('figcaption').textContent();
      const alternative = (await figure.locator('p.govuk-visually-hidden').textContent()).replace(words('chart-table'), '').trim();
      const keep = async (key) => {
        const download = page.waitForEvent('download');
        const button = figure.getByRole('button', { name: words(key) });
        expect(await button.textContent()).toContain(name);
        await button.click();
        const file = await download;
        return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
      };
      const svg = await keep('chart-svg');
      expect(svg.name).toMatch(/^missing-from-care-[a-z-]+-20[\d-]+(-exact)?\.svg$/);
      const read = await page.evaluate((text) => {
        const file = new DOMParser().parseFromString(text, 'image/svg+xml');
        const all = [...file.querySelectorAll('*')];
        return {
          broken: file.querySelectorAll('parsererror').length,
          names: [...new Set(all.map((element) => element.localName))],
          addresses: all.flatMap((element) => [...element.attributes])
            .filter(({ name, value }) => name !== 'xmlns' && /url\(|:\/\//.test(value))
            .map(({ value }) => value),
          title: file.querySelector('title').textContent,
          about: file.querySelector('desc').textContent,
          rests: file.querySelector('metadata').textContent,
        };
      }, svg.bytes.toString('utf8'));
      expect(read.broken).toBe(0);
      expect(['svg', 'title', 'desc', 'metadata', 'rect', 'polyline', 'path', 'text']).toEqual(expect.arrayContaining(read.names));
      expect(read.addresses).toEqual([]);
      expect([read.title, read.about]).toEqual([name, alternative]);
      expect(read.rests).toMatch(/SHA-256 [0-9a-f]{64}/);
      // Only files about children are not to be published.
      expect(read.rests).toContain(words(part.files === samples.return ? 'publish-setting-exact' : 'publish-setting-exact-answers'));

      const png = await keep('chart-png');
      expect(png.name).toMatch(/^missing-from-care-[a-z-]+-20[\d-]+(-exact)?\.png$/);
      expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      expect(png.bytes.toString('utf8')).toContain(`iTXtDescription\0\0\0\0\0${alternative}\n${read.rests}`);
      const seen = await page.evaluate(async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, picture.width, picture.height);
        let inked = 0;
        for (let at = 0; at < data.length; at += 4) inked += data[at] + data[at + 1] + data[at + 2] < 600;
        return { width: picture.width, height: picture.height, inked };
      }, [...png.bytes]);
      expect(seen.width).toBe(1200);
      expect(seen.height).toBeGreaterThanOrEqual(675);
      expect(seen.inked, `${name} is blank`).toBeGreaterThan(5_000);
    }
  });
}

test('a picture is copied, and so are the words for it and the sentence to quote', async ({ calculator, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await calculator.choose(...samples.answers);
  await calculator.done();
  const figure = page.locator('figure.chart').first();
  await figure.getByRole('button', { name: words('chart-copy') }).click();
  await expect(figure.getByText(words('chart-copied'))).toBeVisible();
  const kept = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType('image/png'));
    return [picture.width, picture.height];
  });
  expect(kept).toEqual([1200, 675]);
  await figure.getByText(words('chart-words')).click();
  await figure.getByRole('button', { name: words('block-copy'), exact: true }).click();
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(pasted).toMatch(/^Trafficked children, 2024.*37\.0% of trafficked children in care .*source: answers of authorities/s);
  await page.getByText(words('quote-open'), { exact: true }).first().click();
  const sentence = page.getByLabel(words('quote-sentence'), { exact: true }).first();
  await expect(sentence).toHaveValue('37.0% of trafficked children in care (United Kingdom, 2024) went missing at least once: 864 of the 2,335 children counted, in the 135 of 212 authorities that gave both figures exactly (source: answers of authorities; calculated with Missing from Care).');
  await page.locator('.govuk-form-group').filter({ has: sentence }).getByRole('button', { name: words('block-copy'), exact: true }).click();
  await expect.poll(pasted).toBe(await sentence.inputValue());
  await expect(page.getByText(words('publish-exact-note'))).toHaveCount(0);
});
