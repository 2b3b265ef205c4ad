import type { Answer, Failure } from '../../schemas/exchange.ts';
import { tooLarge } from '../content-encoding.ts';
import { DEFAULT_LIMITS } from '../http-client.ts';

const { maxBodyBytes } = DEFAULT_LIMITS;

/** The answer, unless its body is larger than a run reads: such a body is no evidence here either (`BODY_TOO_LARGE`). */
export const withinLimit = (answer: Answer): Answer | Failure =>
  answer.bodyBytes > maxBodyBytes || answer.body.length > maxBodyBytes ? tooLarge(maxBodyBytes) : answer;
