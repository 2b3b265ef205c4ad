// The same client as a process that speaks one JSON object a line: `run --client "node examples/clients/process.mjs"`.
import { createInterface } from 'node:readline';
import { cancelInvoice } from './module.mjs';

for await (const line of createInterface({ input: process.stdin })) {
  const { call, ...request } = JSON.parse(line);
  console.log(JSON.stringify({ call, outcome: await cancelInvoice(request) }));
}
