import { SaxesParser } from 'saxes';
import { DEEPEST, excerpt } from './bounds.ts';
import type { Undecodable } from './codec.ts';

/** An element of an XML document. Attributes are not kept: legacy messages say nothing in them. */
export interface Element {
  /** Local name. */
  readonly name: string;
  /** The URI of its namespace, '' where it has none. */
  readonly namespace: string;
  /** Its own character data, CDATA and references resolved; comments and processing instructions left out. */
  readonly text: string;
  readonly children: readonly Element[];
}

/** Deepest nesting of elements that is read: a message's, inside Envelope, Body, Fault, detail and its root. */
const DEEPEST_ELEMENT = DEEPEST + 5;

const NOT_BLANK = /[^ \t\r\n]/;

/** Whether an element has text of its own, white space aside. */
export const hasText = ({ text }: Element): boolean => NOT_BLANK.test(text);

interface OpenElement extends Element {
  text: string;
  readonly children: Element[];
}

const opened = (name: string, namespace: string): OpenElement => ({ name, namespace, text: '', children: [] });

/** Gathers a document's elements as the parser tells of them, into one that stands around the root. */
function gathered(parser: SaxesParser<{ xmlns: true }>): OpenElement {
  const around = opened('', '');
  const open = [around];
  const innermost = (): OpenElement => open.at(-1) ?? around;
  const take = (piece: string): void => {
    innermost().text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('opentag', ({ local, uri }) => {
    const element = opened(local, uri);
    innermost().children.push(element);
    if (open.push(element) > DEEPEST_ELEMENT + 1) parser.fail(`more than ${DEEPEST_ELEMENT} levels of elements`);
  });
  parser.on('closetag', ({ local }) => {
    const closed = open.pop();
    if (closed && closed.children.length > 0 && hasText(closed)) parser.fail(`text beside elements in ${local}`);
  });
  return around;
}

/**
 * The root element of a document; throws at the first error. A document type is one, and with it falls every entity
 * but XML's own five. The encoding declared is not looked at: bytes have become text before.
 */
function parse(text: string): Element {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  parser.on('doctype', () => parser.fail('a document type is refused, with any entity that it declares'));
  const around = gathered(parser);
  parser.write(text).close();
  return around.children[0] ?? around;
}

/** The parser puts `line:column: ` before what it has to say. */
const POSITIONED = /^(\d+):(\d+): ([\s\S]*?)\.?$/;

function sentence(reason: string, text: string): string {
  const [, line, column, said] = POSITIONED.exec(reason) ?? [];
  const what = said === undefined ? excerpt(reason) : `${excerpt(said)} (line ${line}, column ${column})`;
  return `The body cannot be read as XML: ${what}; it begins with ${excerpt(text)}`;
}

/** The root of an XML document, read strictly (XML 1.0 with namespaces) and without a document type. */
export function readElement(text: string): Element | Undecodable {
  try {
    return parse(text);
  } catch (cause) {
    return { undecodable: sentence(cause instanceof Error ? cause.message : String(cause), text) };
  }
}
