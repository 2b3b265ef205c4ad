/** What stands in the place of somebody's address. */
export const MASKED = '[e-mail]';

/** Domains that belong to nobody (RFC 2606, RFC 6761): the addresses that this project makes up. */
const NOBODYS = /^(?:[\w-]+\.)*(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i;

/** An address in running text, its at sign raw or URL-encoded. */
const ADDRESS =
  /(?<![^\s"'<>()[\]{},;:=&@/\\])[^\s"'<>()[\]{},;:=&@/\\]+(?:@|%40)((?:[\p{L}\d-]{1,63}\.){0,8}[\p{L}]{2,63})(?![\p{L}\d-])/gu;

/** The text with every e-mail address masked but those that documentation uses. */
export const maskAddresses = (text: string): string =>
  text.includes('@') || text.includes('%40')
    ? text.replaceAll(ADDRESS, (address, domain: string) =>
        NOBODYS.test(domain) || !domain.includes('.') ? address : MASKED,
      )
    : text;
