// Releases of the page, as a server would have them one after another.

import { createHash } from 'node:crypto';
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './server.mjs';

const LIST = /const FILES = (\[[^;]*\]);/;
const VERSION = /const VERSION = '(\w+)';/;

/** The files that the service worker of a build keeps: where each is, and what it must be. */
export async function programOf(folder) {
  return JSON.parse(LIST.exec(await readFile(join(folder, 'sw.js'), 'utf8'))[1]);
}

/** What an `integrity` attribute says of these bytes. */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * Makes the next release in `folder`: its description ends in `name`, and one of its assets has changed. Gives back where that
 * asset was before, and where it is now.
 */
export async function nextRelease(folder, name) {
  await cp(DIST, folder, { recursive: true });
  const files = await programOf(folder);
  const [old] = files.map(([path]) => path).filter((path) => path.endsWith('.svg'));
  const changed = `assets/icon-${name}.svg`;
  await rename(join(folder, old), join(folder, changed));

  let page = await readFile(join(folder, 'index.html'), 'utf8');
  page = page.replace(/(name="description" content="[^"]*)"/, `$1 (${name})"`).replaceAll(old, changed);
  await writeFile(join(folder, 'index.html'), page);

  let worker = await readFile(join(folder, 'sw.js'), 'utf8');
  worker = worker.replace(old, changed).replace(VERSION, `const VERSION = '${name}';`);
  worker = worker.replace(files.find(([path]) => path === './')[1], integrity(page));
  await writeFile(join(folder, 'sw.js'), worker);
  return { old, changed };
}
