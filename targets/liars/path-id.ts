import type { CancelContext } from '../lie.ts';

/** The invoice id in the path of a cancel, unescaped; what cannot be unescaped stays as it is. */
export function unescapedIdOf({ request }: CancelContext): string {
  const segment = request.url.split('?', 1)[0]?.split('/').at(-2) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
