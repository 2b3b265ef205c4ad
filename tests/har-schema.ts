/** An object of HAR 1.2: these members, the first of them required, and what recorders add of their own behind an underscore. */
const members = (required: Record<string, object>, optional: Record<string, object> = {}): object => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional, comment: { type: 'string' } },
  patternProperties: { '^_': {} },
  additionalProperties: false,
});
const text = { type: 'string' };
const whole = { type: 'integer' };
const sizeOrUnknown = { type: 'integer', minimum: -1 };
const milliseconds = { type: 'number', minimum: 0 };
const list = (items: object): object => ({ type: 'array', items });
const field = members({ name: text, value: text });
const cookie = members({ name: text, value: text });

const request = members(
  {
    method: text,
    url: { type: 'string', format: 'uri' },
    httpVersion: text,
    cookies: list(cookie),
    headers: list(field),
    queryString: list(field),
    headersSize: sizeOrUnknown,
    bodySize: sizeOrUnknown,
  },
  { postData: members({ mimeType: text, text }) },
);

const response = members({
  status: whole,
  statusText: text,
  httpVersion: text,
  cookies: list(cookie),
  headers: list(field),
  content: members({ size: whole, mimeType: text }, { compression: whole, text, encoding: text }),
  redirectURL: text,
  headersSize: sizeOrUnknown,
  bodySize: sizeOrUnknown,
});

const entry = members({
  startedDateTime: { type: 'string', format: 'date-time' },
  time: milliseconds,
  request,
  response,
  cache: members({}),
  timings: members({ send: milliseconds, wait: milliseconds, receive: milliseconds }),
});

const log = members(
  { version: { const: '1.2' }, creator: members({ name: text, version: text }), entries: list(entry) },
  { pages: list({}) },
);

/** HAR 1.2 as its specification has it, of the members that this project writes: anything else is refused. */
export const HAR_SCHEMA = { type: 'object', required: ['log'], properties: { log }, additionalProperties: false };
