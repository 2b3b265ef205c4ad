import { lacking, onDone, onFault, rewritingError, rewritingMessage } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

const DRAFT = 'legacy.state.draft';
const SENT = 'legacy.state.sent';
const XML_FAULT = 'legacy.format.json-xml.fault';

/** Every refusal with another text in its first error; null leaves the member out. */
const inError = (name: string, value: string | null) =>
  rewritingError(onFault, (error) => (value === null ? lacking(error, name) : { ...error, [name]: value }));

/** Invoices and errors of legacy answers that the page's tables do not allow. */
export const legacyMemberLiars = ofClass('schema', [
  {
    name: 'legacy-no-invoice-id',
    lies: 'does not say which invoice it cancelled',
    tell: rewritingMessage(onDone, (message) => lacking(message, 'invoiceID')),
    draws: ['missing-invoice'],
    seenBy: [SENT, 'legacy.format.nv-xml.success'],
  },
  {
    name: 'legacy-no-invoice-number',
    lies: 'does not give the number of the invoice that it cancelled',
    tell: rewritingMessage(onDone, (message) => lacking(message, 'invoiceNumber')),
    draws: ['missing-invoice'],
    seenBy: [SENT],
  },
  {
    name: 'legacy-relative-url',
    lies: 'sends merchants to a path without a host',
    tell: rewritingMessage(onDone, (message) => ({ ...message, invoiceURL: 'details' })),
    draws: ['schema-violation'],
    seenBy: [SENT],
  },
  {
    name: 'legacy-parameter-as-object',
    lies: 'names a parameter of an error and its value',
    tell: rewritingError(onFault, (error) => ({ ...error, parameter: [{ name: 'invoiceID', value: 'INV2' }] })),
    draws: ['schema-violation'],
    seenBy: [DRAFT, XML_FAULT],
  },
  {
    name: 'legacy-five-digits',
    lies: 'names its errors by five digits',
    tell: rewritingError(onFault, (error) => ({ ...error, errorId: String(error.errorId).slice(0, 5) })),
    draws: ['wrong-error-id'],
    seenBy: [DRAFT, 'legacy.state.unknown'],
  },
  {
    name: 'legacy-no-error-id',
    lies: 'describes an error without naming it',
    tell: inError('errorId', null),
    draws: ['wrong-error-id'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-severity-of-its-own',
    lies: 'invents a severity',
    tell: inError('severity', 'Fatal'),
    draws: ['wrong-severity'],
    seenBy: [DRAFT, XML_FAULT],
  },
  {
    name: 'legacy-no-severity',
    lies: 'leaves the severity of an error out',
    tell: inError('severity', null),
    draws: ['wrong-severity'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-category-of-its-own',
    lies: 'invents a category',
    tell: inError('category', 'Business'),
    draws: ['wrong-category'],
    seenBy: [DRAFT, 'legacy.fault.restricted'],
  },
  {
    name: 'legacy-no-category',
    lies: 'leaves the category of an error out',
    tell: inError('category', null),
    draws: ['wrong-category'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-no-domain',
    lies: 'leaves the domain of an error out',
    tell: inError('domain', null),
    draws: ['missing-domain'],
    seenBy: [DRAFT, XML_FAULT],
  },
  {
    name: 'legacy-empty-domain',
    lies: 'leaves the domain of an error empty',
    tell: inError('domain', ''),
    draws: ['missing-domain'],
    seenBy: [DRAFT],
  },
]);
