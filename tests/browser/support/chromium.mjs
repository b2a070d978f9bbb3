// Chromium as it is on this machine. `cargo xtask` says where; without it, PATH does.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's program. */
export function chromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = process.env.CHROMIUM || onPath.find(existsSync);
  if (!found) {
    throw new Error('Chromium was not found: install it, or say in CHROMIUM where it is');
  }
  return found;
}

/** A quiet browser: it asks nobody anything but what a test asks. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
