import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { targets } from '../targets/targets.ts';
import { runEnvironment, variablesOf } from './run-environment.ts';

/** Starts the target that the command would have started, where Playwright runs by itself. Returns how to stop it. */
export default async function startTarget(): Promise<(() => Promise<void>) | undefined> {
  if (runEnvironment() !== undefined) return undefined;
  const { baseUrl, close } = await targets.prism.open({});
  const environment = { target: 'prism', baseUrl, directory: null, failOn: 'SHOULD', limits: DEFAULT_LIMITS } as const;
  const variables = variablesOf({ ...environment, concurrency: 1 });
  Object.assign(process.env, variables);
  return async () => {
    // UI mode and editors set up again in this same process.
    for (const name of Object.keys(variables)) delete process.env[name];
    await close();
  };
}
