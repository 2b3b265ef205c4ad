/** `application/json` and every `+json`, whatever its parameters. */
const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;

/** The media types of a Content object; the one whose schema is read stands first: JSON where there is one. */
export function mediaTypesOf(content: unknown): readonly string[] {
  const types = content !== null && typeof content === 'object' ? Object.keys(content) : [];
  const read = types.find((type) => JSON_TYPE.test(type));
  return read === undefined ? types : [read, ...types.filter((type) => type !== read)];
}
