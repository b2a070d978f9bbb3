// Draws the icons of the installed page from static/icon.svg: `node tests/browser/draw-icons.mjs`, when that changes.

import { readFileSync } from 'node:fs';
import { chromium as playwright } from '@playwright/test';
import { chromium, flags } from './support/chromium.mjs';

/** Each with how much of its side is left around the drawing. A maskable one may lose its outer tenth to any shape. */
const icons = [
  ['icon-192', 192, 0],
  ['icon-512', 512, 0],
  ['icon-maskable-512', 512, 0.14],
];

const drawing = `data:image/svg+xml;base64,${readFileSync('static/icon.svg').toString('base64')}`;
const browser = await playwright.launch({ executablePath: chromium(), args: flags });
for (const [name, side, margin] of icons) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const inside = side * (1 - 2 * margin);
  const background = margin > 0 ? '#12436d' : 'transparent';
  await page.setContent(`<body style="margin: 0; background: ${background}">
    <img src="${drawing}" style="display: block; margin: ${side * margin}px; width: ${inside}px; height: ${inside}px">`);
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({ path: `static/app/${name}.png`, omitBackground: true });
}
await browser.close();
