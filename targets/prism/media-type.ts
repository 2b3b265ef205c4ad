/** The media type that a Content-Type header names, in lower case and without parameters. */
export const essenceOf = (contentType: string | undefined): string | undefined =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase();
