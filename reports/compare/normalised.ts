/** What no two services have in common, and how it is written instead. Ids and debug ids as FACTS of PayPal's answers show them. */
const TAKEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bhttps?:\/\/[^/\s"'?#]+/gi, '<host>'],
  [/\bINV2?(?:-[A-Z0-9]{4})+\b/g, '<invoice>'],
  [/\bEXTR-\w+/g, '<payment>'],
  [/\bcc-[A-Z0-9]+(?:-[A-Z0-9]+)*-\d+\b/g, '<reference>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/g, '<time>'],
  [/\b\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, '<time>'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{12,16}\b/gi, '<debug id>'],
];

/** A text of an answer without its ids, instants, debug ids and hosts: what two services can have in common. */
export const normalised = (text: string): string =>
  TAKEN_OUT.reduce((plainer, [pattern, put]) => plainer.replace(pattern, put), text);
