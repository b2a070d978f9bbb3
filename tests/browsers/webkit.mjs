// WebKitGTK by WebDriver.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const LIBRARIES = '/usr/lib';

/** The browser's window for drivers, wherever the system keeps it. */
function browser() {
  for (const machine of existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : []) {
    for (const version of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
      const program = `${LIBRARIES}/${machine}/${version}/MiniBrowser`;
      if (existsSync(program)) return program;
    }
  }
  return null;
}

/** What is missing on this machine; null if all is there. */
export function missing() {
  if (spawnSync('WebKitWebDriver', ['--help']).error) return 'WebKitWebDriver is not installed';
  if (!browser()) return 'WebKitGTK’s MiniBrowser is not installed';
  if (!process.env.DISPLAY && spawnSync('Xvfb', ['-version']).error) return 'there is no screen, and Xvfb is not installed';
  return null;
}

/** Starts the browser. */
export async function launch() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const started = [];
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  if (!env.DISPLAY) {
    const screen = `:${200 + Math.floor(Math.random() * 800)}`;
    started.push(spawn('Xvfb', [screen, '-screen', '0', '1280x800x24'], { stdio: 'ignore' }));
    env.DISPLAY = screen;
    await sleep(1000);
  }
  // Its own sandbox cannot be made inside another one; what is opened here is the project's own page.
  env.WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS = '1';
  started.push(spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }));
  const stop = () => started.reverse().forEach((program) => program.kill());
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value?.message ?? answer.status}`);
    return value;
  };
  for (let left = 40; left > 0; left -= 1) {
    if (await ask('GET', '/status').catch(() => null)) break;
    await sleep(250);
  }
  try {
    const options = { binary: browser(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    const session = await ask('POST', '/session', { capabilities });
    const at = `/session/${session.sessionId}`;
    return {
      version: `WebKitGTK ${session.capabilities.browserVersion}`,
      /** Where it saves files: nowhere that a driver can say. What it is handed is looked at instead. */
      downloads: null,
      open: (url) => ask('POST', `${at}/url`, { url }),
      run: (expression) =>
        ask('POST', `${at}/execute/async`, {
          script: `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then(done, (error) => done(String(error)));`,
          args: [],
        }),
      async choose(selector, files) {
        const element = await ask('POST', `${at}/element`, { using: 'css selector', value: selector });
        await ask('POST', `${at}/element/${Object.values(element)[0]}/value`, { text: files.join('\n') });
      },
      async stop() {
        await ask('DELETE', at).catch(() => {});
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
