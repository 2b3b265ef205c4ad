import type { Exchange } from '../../schemas/exchange.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ScenarioLiteral } from '../define-scenarios.ts';
import { type Step, stateShown } from '../preambles.ts';
import { reachState } from '../reach-state.ts';
import type { Session } from '../session.ts';
import { callAsOwner } from '../set-up-calls.ts';
import type { Invoice } from '../stock.ts';
import { isUndecided, type Undecided, undecided } from '../undecided.ts';
import { judgeCancel } from './judge-cancel.ts';
import { type Act, after, amountOf, BEGINNINGS, CANCELLED_AS, FOREIGN, type ModelInvoice } from './life-cycle.ts';
import type { Move } from './moves.ts';
import { foundId } from './request-literals.ts';

/** What a sequence came to. */
export interface Walked {
  /** How many cancels were judged. */
  readonly cancels: number;
  /** Why nothing more was learnt, where a call around the cancels failed. */
  readonly undecided?: string;
  /** The first cancel with a finding, and how it was come to. */
  readonly departure?: Departed;
}

/** A cancel that departs from the model, as the scenario it stands for. */
export interface Departed {
  readonly literal: ScenarioLiteral;
  readonly findings: readonly Finding[];
  /** The calls before it on the same invoice, for a person. */
  readonly path: readonly string[];
}

/** An invoice on both sides: as it stands at the target, and as the model has it. */
interface Held {
  readonly session: Session;
  readonly invoice: Invoice;
  model: ModelInvoice;
  readonly path: string[];
}

async function begin(
  { as, owner }: Move & { move: 'begin' },
  parties: readonly Session[],
  evidence: Exchange[],
): Promise<Held | Undecided> {
  const session = parties[owner % parties.length] as Session;
  const model = BEGINNINGS[as % BEGINNINGS.length] as ModelInvoice;
  const invoice = await reachState({ state: model.state }, session, evidence);
  return isUndecided(invoice) ? invoice : { session, invoice, model, path: [`an invoice that is ${model.state}`] };
}

const stepOf = (act: Act, model: ModelInvoice): Step => {
  if (act.do === 'send') return { call: 'send', toRecipient: act.toRecipient };
  return act.do === 'delete' ? { call: 'delete' } : { call: act.do, amount: (amountOf(model, act) / 100).toFixed(2) };
};

/** Takes a step that the model allows; what it does not allow is not tried, since no contract here says what then comes. */
async function take(act: Act, held: Held, evidence: Exchange[]): Promise<Undecided | undefined> {
  const next = after(held.model, act);
  if (next === undefined) return undefined;
  const { session, invoice } = held;
  const { system } = session;
  const order = { invoiceId: invoice.id, given: invoice.given };
  const exchange = await callAsOwner(stepOf(act, held.model), order, session, evidence);
  if (isUndecided(exchange)) return exchange;
  if (!system.succeeded(exchange)) return undecided(`${exchange.operation} ${system.describe(exchange)}.`);
  session.stock.note(invoice.id, stateShown(next.state));
  held.model = next;
  held.path.push(act.do === 'pay' || act.do === 'refund' ? `${act.do} ${act.all ? 'all' : 'a part'}` : act.do);
  return undefined;
}

/** The scenario that a cancel of an invoice stands for. */
function literalOf({ state }: ModelInvoice, by: 'merchant' | 'foreign'): ScenarioLiteral {
  const isForeign = by === 'foreign' && state !== 'DELETED';
  const expected = isForeign ? FOREIGN : CANCELLED_AS[state];
  const { status, issue } = expected;
  return {
    id: foundId('state', [state, by]),
    title: `a cancel by the ${by === 'foreign' ? 'other ' : ''}merchant of an invoice that is ${state}`,
    given: { state },
    when: by === 'foreign' ? { credential: 'foreign' } : {},
    expected,
    claims: issue === undefined ? [`status/${status}`] : [`issue/${status}/${issue}`, `status/${status}`],
  };
}

async function cancel(by: 'merchant' | 'foreign', held: Held): Promise<Departed | Undecided | undefined> {
  const literal = literalOf(held.model, by);
  const judged = await judgeCancel(literal, held.invoice, held.session);
  if (isUndecided(judged)) return judged;
  if (judged.length > 0) return { literal, findings: judged, path: [...held.path] };
  const { status } = literal.expected as { readonly status: number };
  if (status === 204) held.model = { ...held.model, state: 'CANCELLED' };
  held.path.push(`a cancel by the ${by === 'foreign' ? 'other ' : ''}merchant, answered ${status}`);
  return undefined;
}

/** What one move came to: why nothing more can be learnt, the departure it showed, or neither. */
async function go(
  move: Move,
  invoices: Held[],
  parties: readonly Session[],
): Promise<Departed | Undecided | undefined> {
  if (move.move === 'begin') {
    const begun = await begin(move, parties, []);
    if (isUndecided(begun)) return begun;
    invoices.push(begun);
    return undefined;
  }
  const held = invoices[move.which % invoices.length];
  if (held === undefined) return undefined;
  return move.move === 'act' ? take(move.act, held, []) : cancel(move.by, held);
}

/** Walks a sequence until a cancel departs from the model, or something around it fails. */
export async function walk(moves: readonly Move[], parties: readonly Session[]): Promise<Walked> {
  const invoices: Held[] = [];
  let cancels = 0;
  for (const move of moves) {
    const outcome = await go(move, invoices, parties);
    if (outcome && isUndecided(outcome)) return { cancels, undecided: outcome.undecided };
    if (move.move === 'cancel') cancels++;
    if (outcome) return { cancels, departure: outcome };
  }
  return { cancels };
}
