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
      const said = figure.getByRole('status');
      const drawn = await figure.locator('[data-mark]').evaluateAll((shapes) => shapes.map((shape) => shape.dataset.mark));
      const marks = new Set(drawn).size;
      expect(marks, name).toBeGreaterThan(1);
      await expect(said).toHaveText(words('chart-hint'));
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
      const alternative = await figure.locator('p.govuk-visually-hidden').textContent();
      const keep = async (key) => {
        const download = page.waitForEvent('download');
        const button = figure.getByRole('button', { name: words(key) });
        expect(await button.textContent()).toContain(name);
        await button.click();
        const file = await download;
        return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
      };
      const svg = await keep('chart-svg');
      expect(svg.name).toMatch(/^missing-from-care-[a-z-]+\.svg$/);
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
      expect(read.rests).toContain(words('publish-setting-exact'));

      const png = await keep('chart-png');
      expect(png.name).toMatch(/^missing-from-care-[a-z-]+\.png$/);
      expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      expect(png.bytes.toString('utf8')).toContain(`iTXtDescription\0\0\0\0\0${read.rests}`);
      const seen = await page.evaluate(async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, picture.width, picture.height);
        let inked = 0;
        for (let at = 0; at < data.length; at += 4) inked += data[at] + data[at + 1] + data[at + 2] < 600;
        return { width: picture.width, inked };
      }, [...png.bytes]);
      expect(seen.width).toBe(1600);
      expect(seen.inked, `${name} is blank`).toBeGreaterThan(5_000);
    }
  });
}
