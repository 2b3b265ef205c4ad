/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** Names whose values are secret wherever they stand: as headers, members, or parameters. */
const NAMES =
  '(?:proxy-)?authorization|(?:set-)?cookie|(?:access|refresh|id)_?token|client_?secret|passw(?:or)?d|signature|x-paypal-security-[a-z]{1,40}';

const WHOLE_NAME = new RegExp(`^(?:${NAMES})$`, 'i');

/** Whether a header, member or parameter of that name holds a secret. */
export const isSensitive = (name: string): boolean => WHOLE_NAME.test(name);

/** A text without any of these holds nothing that a name gives away. */
const HINT = /authoriz|cookie|token|secret|passw|signature|x-paypal-security|bearer|basic/i;

const rule = (source: string): RegExp => new RegExp(source, 'gi');

/** A name and its value, in the ways of JSON, of JSON within JSON, of forms and of headers; a `$` begins a variable, not a value. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [rule(String.raw`("(?:${NAMES})"\s{0,20}:\s{0,20})"(?:[^"\\]|\\[\s\S])*"?`), `$1"${REDACTED}"`],
  [rule(String.raw`("(?:${NAMES})"\s{0,20}:\s{0,20})[\w.+-]+`), `$1"${REDACTED}"`],
  [rule(String.raw`(\\{1,8}"(?:${NAMES})\\{1,8}"\s{0,20}:\s{0,20}\\{1,8}")[^"\\]*`), `$1${REDACTED}`],
  [rule(String.raw`((?<![\w-])(?:${NAMES})=)(?!\[redacted|\$)[^&\s"'<>;]+`), `$1${REDACTED}`],
  [
    rule(
      String.raw`((?<![\w-])(?:(?:proxy-)?authorization|(?:set-)?cookie|x-paypal-security-[a-z]{1,40})\s{0,5}:\s{0,5})(?!\[redacted|\$|(?:bearer|basic) \$)[^\s"'][^\r\n"']*`,
    ),
    `$1${REDACTED}`,
  ],
  [rule(String.raw`((?<![\w-])(?:bearer|basic)\s{1,5})(?!\$)[\w.~+/=-]{16,}`), `$1${REDACTED}`],
];

/** The text without the values that their names make secret. */
export const redactNamed = (text: string): string =>
  HINT.test(text) ? RULES.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text) : text;

/** What only a secret looks like: a token under its name, or a whole Authorization header. */
const UNMISTAKABLE =
  /(?:access|refresh|id)_token\\{0,8}"\s{0,20}:\s{0,20}\\{0,8}"[\w.~+/-]{16,}|(?<![\w-])authorization\\{0,8}"?\s{0,5}[:,]\s{0,5}\\{0,8}"?(?:bearer|basic) [\w.~+/-]{16,}/i;

/** Whether a secret stands in the text that its name gives away. */
export const holdsNamedSecret = (text: string): boolean => UNMISTAKABLE.test(text);
