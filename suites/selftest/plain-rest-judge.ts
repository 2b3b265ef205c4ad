import { cancelOperation } from '../cancel/cancel-contract.ts';
import { membersOf } from '../rest/rest-answers.ts';
import type { PlainJudge } from './plain-judge.ts';

/** Ajv and the schema of the status that came, the status, and the issue in the first item of `details`. */
export const plainRestJudge: PlainJudge = {
  create: 'invoices.create',
  isRefused({ response: { status, body } }) {
    const validate = cancelOperation.statusContract(status)?.validate;
    if (!validate) return false;
    try {
      return !validate(JSON.parse(body));
    } catch {
      return true;
    }
  },
  isEnded: ({ response }, { status }) => status.includes(response.status),
  isNamed(answer, { issue }) {
    if (issue === undefined) return true;
    const { details } = membersOf(answer);
    const first: unknown = Array.isArray(details) ? details[0] : undefined;
    return (first as { readonly issue?: unknown } | null | undefined)?.issue === issue;
  },
};
