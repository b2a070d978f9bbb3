// Pages of other people, with the calculator in a frame.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from './test.mjs';
import { DIST, serve } from './server.mjs';

export { expect, samples } from './test.mjs';

export const MODES = ['calculator', 'quick', 'figures'];

/** Where the element's script is in a build, and what it must be. */
export async function pinned() {
  const page = await readFile(join(DIST, 'embed.html'), 'utf8');
  const [, path, integrity] = /src="(embed\/embed-[0-9a-f]{16}\.js)" integrity="(sha384-[^"]+)"/.exec(page);
  const [, frame] = /const FRAME = '([^']+)'/.exec(await readFile(join(DIST, path), 'utf8'));
  return { path, integrity, frame: `embed/${frame}` };
}

export const test = base.extend({
  /** The build as a host should send it: any site may load it. */
  shared: async ({}, use) => {
    const shared = await serve({ headers: { 'access-control-allow-origin': '*' } });
    await use(shared);
    await shared.stop();
  },
  /** Makes a page on a server of its own, with this in its body; gives the server. `others` are further files, and `headers` go with everything. */
  hostPage: async ({ shared }, use, info) => {
    const hosts = [];
    await use(async (body, others = {}, headers = {}) => {
      const folder = info.outputPath(`host-${hosts.length}`);
      await mkdir(folder, { recursive: true });
      const { path, integrity } = await pinned();
      const script = `<script defer crossorigin src="${shared.url}${path}" integrity="${integrity}"></script>`;
      const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <link rel="icon" href="data:,"><title>Host</title>${script}<body><main><h1>Host</h1>${body}</main>`;
      for (const [name, text] of Object.entries({ 'index.html': page, ...others })) await writeFile(join(folder, name), text);
      const host = await serve({ folder, headers });
      hosts.push(host);
      return host;
    });
    for (const host of hosts) await host.stop();
  },
});

/** The document in an element's frame, once it can be used: the n-th element of the page. */
export async function frameOf(page, place = 0) {
  const element = page.locator('missing-from-care').nth(place);
  await element.scrollIntoViewIfNeeded();
  const handle = await element.locator('iframe').elementHandle();
  const frame = await handle.contentFrame();
  await frame.locator('h1').waitFor();
  return frame;
}

/** Keeps every message that a page gets, from before its own scripts run. */
export async function listen(page) {
  await page.addInitScript(() => {
    if (parent !== window) return;
    globalThis.heard = [];
    addEventListener('message', ({ data, origin }) => globalThis.heard.push({ data, origin }));
  });
}
