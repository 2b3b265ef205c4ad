import type { HistoryLine } from '../history/history-line.ts';
import type { RunRecord } from '../run-record.ts';
import type { Format, FormatContext } from './format.ts';
import { contentPolicy } from './html/content-policy.ts';
import { dataText } from './html/data-text.ts';
import { type Markup, html as markup } from './html/markup.ts';
import { orderedCauses, pageDataOf } from './html/page-data-of.ts';
import { detailLines } from './html/page-details.ts';
import { type Listed, listedIn } from './html/page-rows.ts';
import { pageScript } from './html/page-script.ts';
import { accountSection } from './html/sections/account-section.ts';
import { changesSection } from './html/sections/changes-section.ts';
import { contractMap } from './html/sections/contract-map.ts';
import { findingsFrame, scenariosFrame } from './html/sections/frames.ts';
import { headerSection } from './html/sections/header-section.ts';
import { kindsIn, kindsSection } from './html/sections/kinds-section.ts';
import { paritySection } from './html/sections/parity-section.ts';
import { silenceSection } from './html/sections/silence-section.ts';
import { timingSection } from './html/sections/timing-section.ts';
import { trendsSection } from './html/sections/trends-section.ts';
import { shell } from './html/shell.ts';
import { STYLE } from './html/style/style.ts';

/** Of how many causes the first scenario brings its evidence, however large the page is by then. */
const MOST_SHOWN_CAUSES = 200;

/** The lines of the runs before this one. */
const earlierThan = ({ id }: RunRecord, { history = [] }: FormatContext): readonly HistoryLine[] =>
  history.filter(({ run }) => run !== id);

function bodyOf(record: RunRecord, listed: readonly Listed[], context: FormatContext): Markup {
  const rows = listed.map(({ row }) => row);
  return markup`${headerSection(record, rows)}
${findingsFrame(record)}
${changesSection(record, context.comparison)}
${contractMap(record.coverage)}
${paritySection(record)}
${scenariosFrame(rows)}
${silenceSection(record)}
${trendsSection(context.history ?? [])}
${timingSection(record)}
${accountSection(record)}
${kindsSection(kindsIn(record))}`;
}

/**
 * One file for a browser, without network: the answer first, then causes, changes, the contract as a map, every scenario
 * with its evidence, trends and timing. Whatever an answer says stands in it as text.
 */
export const html: Format = function* (record, context) {
  const listed = listedIn(record);
  const script = pageScript();
  const { before, between, after } = shell(
    record,
    contentPolicy(script, STYLE),
    STYLE,
    bodyOf(record, listed, context),
  );
  yield before;
  yield dataText(pageDataOf(record, listed, earlierThan(record, context)));
  yield `</script>\n<script>${script}</script>\n${between}`;
  const told = orderedCauses(record).slice(0, MOST_SHOWN_CAUSES);
  const always = new Set(told.flatMap(([, { scenarios }]) => scenarios.slice(0, 1)));
  yield* detailLines(record, listed, always, context);
  yield after;
};
