import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { startCommand } from '../tests/command.ts';

test('the credentials that it names open both systems of the mock, those of another merchant too', {
  timeout: 60_000,
}, async () => {
  const { child, ended } = startCommand(tmpdir(), ['serve', '--port', '0']);
  const text = await new Promise<string>((resolve) => child.stdout?.once('data', (said) => resolve(String(said))));
  const [origin = ''] = text.split('\n');
  const value = (name: string): string => new RegExp(`^${name} +(\\S+)$`, 'm').exec(text)?.[1] ?? '';
  try {
    const pairs = [...text.matchAll(/^client id +(\S+)\nclient secret +(\S+)$/gm)].map(
      ([, id, secret]) => `${id}:${secret}`,
    );
    expect(new Set(pairs).size).toBe(2);
    for (const pair of pairs) {
      const token = await fetch(`${origin}/v1/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      expect(token.status).toBe(200);
    }
    const look = await fetch(`${origin}/Invoice/GetInvoiceDetails`, {
      method: 'POST',
      headers: {
        'X-PAYPAL-SECURITY-USERID': value('userid'),
        'X-PAYPAL-SECURITY-PASSWORD': value('password'),
        'X-PAYPAL-SECURITY-SIGNATURE': value('signature'),
        'X-PAYPAL-APPLICATION-ID': 'APP-80W284485P519543T',
        'X-PAYPAL-REQUEST-DATA-FORMAT': 'JSON',
        'X-PAYPAL-RESPONSE-DATA-FORMAT': 'JSON',
      },
      body: '{"requestEnvelope":{"errorLanguage":"en_US"},"invoiceID":"INV2-AAAA-AAAA-AAAA-AAAA"}',
    });
    expect(await look.text()).toContain('"580047"');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
});
