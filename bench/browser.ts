import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';

/** What Chromium is called where it is installed. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A Chromium of this machine: the one named by `CHROMIUM_PATH`, one on the PATH, or Playwright's own. */
function installed({ CHROMIUM_PATH, PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const paths = PATH.split(delimiter).flatMap((directory) => NAMES.map((name) => join(directory, name)));
  return [...paths, chromium.executablePath()].find((path) => existsSync(path) && isExecutable(path));
}

/** The binary that an npm package ships, which needs no download. */
async function packaged(): Promise<LaunchOptions> {
  const { default: shipped } = await import('@sparticuz/chromium');
  return { executablePath: await shipped.executablePath(), args: ['--use-gl=angle', '--use-angle=swiftshader'] };
}

/** Starts a Chromium without a window: one that is installed, otherwise the one of `@sparticuz/chromium`. */
export async function launchBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const path = installed(environment);
  const options = path === undefined ? await packaged() : { executablePath: path };
  return chromium.launch({ ...options, args: ['--no-sandbox', '--disable-dev-shm-usage', ...(options.args ?? [])] });
}
