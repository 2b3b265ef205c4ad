import { redactText } from '../schemas/secrets/redact.ts';

/** Writes to standard output what a person or a script asked for, without a secret. */
export const say = (text: string): void => void process.stdout.write(redactText(text));

/** Writes to standard error what a person should know beside it, without a secret. */
export const complain = (text: string): void => void process.stderr.write(redactText(text));
