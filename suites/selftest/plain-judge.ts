import type { Expected } from '../../schemas/checks/check.ts';
import type { AnsweredExchange } from '../../schemas/exchange.ts';

/** How plainer judges than the suite read the answers of one system. */
export interface PlainJudge {
  /** The call that makes an invoice. */
  readonly create: string;
  /** Whether the documented schema refuses the answer; one that cannot be read at all is refused. */
  isRefused(answer: AnsweredExchange): boolean;
  /** Whether it ended as expected: the status; of the legacy system the acknowledgment. */
  isEnded(answer: AnsweredExchange, outcome: Expected): boolean;
  /** Whether its first error is the expected one, where one is: the issue; of the legacy system the code. */
  isNamed(answer: AnsweredExchange, outcome: Expected): boolean;
}
