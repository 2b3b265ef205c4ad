import { bodySchema } from './body-schema.ts';
import type { CheckDefinition } from './check.ts';
import { debugId } from './debug-id.ts';
import { detailsLocation } from './details-location.ts';
import { errorMessage } from './error-message.ts';
import { errorName } from './error-name.ts';
import { issueDescription } from './issue-description.ts';
import { issueExpected } from './issue-expected.ts';
import { issueListed } from './issue-listed.ts';
import { links } from './links.ts';
import { mediaType } from './media-type.ts';
import { noContent } from './no-content.ts';
import { status } from './status.ts';
import { unknownMembers } from './unknown-members.ts';
import { wellFormedJson } from './well-formed-json.ts';

/** Every check, in the order in which a reader wants their findings: the answer as a whole first, its details last. */
export const checks: readonly CheckDefinition[] = [
  status,
  mediaType,
  noContent,
  wellFormedJson,
  bodySchema,
  errorName,
  errorMessage,
  issueListed,
  issueExpected,
  issueDescription,
  detailsLocation,
  debugId,
  links,
  unknownMembers,
];
