import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import bundled from '@sparticuz/chromium';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here: look in the next folder.
      }
    }
  }
  return null;
}

/** A headless Chromium: the machine's own, or the one that comes inside a development dependency. */
export async function openBrowser(): Promise<Browser> {
  const own = onPath();
  if (own) return chromium.launch({ executablePath: own, args: QUIET });
  const executablePath = await bundled.executablePath();
  // One process for all pages would end with the first page that is closed.
  const args = bundled.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
  return chromium.launch({ executablePath, args: [...args, ...QUIET], headless: true });
}
