/**
 * The oracle alone, for tests that call PayPal, or what stands in for it, themselves: what the contract promises, and in what
 * an exchange departs from it. Neither Playwright nor Prism is imported.
 */
export type { Clause, JsonPointer, Level, Origin } from '../contract/clause.ts';
export type { Obligation } from '../contract/obligation.ts';
export { SuiteError, type SuiteErrorCode } from '../contract/suite-error.ts';
export type { Finding, FindingKind } from '../finding.ts';
export { type Contract, type ContractStatus, contract } from './contract.ts';
export { exchangeOf } from './fetched-exchange.ts';
export { type JudgeOptions, judge } from './judge.ts';
export type { OperationId } from './operation-list.ts';
export type { PlainBody, PlainExchange, PlainHeaders, PlainRequest, PlainResponse } from './plain-exchange.ts';
