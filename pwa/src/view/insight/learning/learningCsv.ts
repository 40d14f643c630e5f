import type { Learning, ModuleFigures, Share } from "../../../domain/wire.ts";
import { dayOnClock } from "../../team/zone.ts";
import { type Cell, comma, sheet } from "../csv.ts";

const HIDDEN = "hidden";
type Row = readonly [measure: string, about: Cell, numerator: Cell, denominator: Cell, share: Cell];

/** The figures of the page, one in each row: what a spreadsheet filters. What is hidden says so. */
export function learningCsv({ unit, of, asOf, until, first, modules = [], staff = [] }: Learning): string {
  const house = [unit.organizationName || unit.organization || "", first, until];
  const readers = of === "unit" ? [unit.name, first, dayOnClock(asOf, unit.timezone ?? "Europe/Oslo")] : house;
  const rows = modules.flatMap((module): Cell[][] => {
    const text = [module.module, module.language, module.version];
    return [...rowsOf(module).map((row) => [...readers, ...text, ...row]), ...judgedRows(module).map((row) => [...house, ...text, ...row])];
  });
  const read = staff.map((one): Cell[] => [unit.name, "", until, one.module, "", "", "staff-finished", one.read, "", "", ""]);
  return sheet(
    ["whose", "since", "until", "module", "language", "version", "measure", "about", "numerator", "denominator", "share"],
    [...rows, ...read],
  );
}

function rowsOf(module: ModuleFigures): Row[] {
  const { reach = {} } = module;
  return [
    ["title", module.title, "", "", ""],
    ["review", module.state, "", "", ""],
    ["next-review", module.next, module.overdue ? "overdue" : "", "", ""],
    ["lix", "", module.lix == null ? "" : comma(module.lix, 1), "", ""],
    ["words-a-sentence", "", module.sentence == null ? "" : comma(module.sentence, 1), "", ""],
    count("offered", "", reach.offered),
    share("opened-of-offered", "", reach.taken),
    count("opened", "", reach.opened),
    share("finished", "", reach.finished),
    share("understood", "", module.understood),
    ...(module.questions ?? []).map(({ question, right }) => share("understood-question", question, right)),
    share("nothing-unclear", "", module.sure),
    ...(module.unsure ?? []).map(({ text, count: n }) => count("unclear", text, n)),
    count("stopped", "", module.stopped),
    ...(module.stops ?? []).map(({ screen, title, count: n }) => count("stopped-at", `${screen} ${title ?? ""}`.trim(), n)),
    count("asked", "", module.asked),
  ];
}

/** Told without a name: always of the whole house. */
const judgedRows = ({ judged: { useful, understandable, lines = [] } = {} }: ModuleFigures): Row[] => [
  share("useful", "", useful),
  share("easy-to-understand", "", understandable),
  ...lines.map((line): Row => ["line", line, "", "", ""]),
];

const count = (measure: string, about: string, n: number | null | undefined): Row => [measure, about, n ?? HIDDEN, "", ""];

const share = (measure: string, about: string, { numerator, denominator, share: part, hidden }: Share = {}): Row =>
  hidden
    ? [measure, about, HIDDEN, HIDDEN, HIDDEN]
    : [measure, about, numerator ?? 0, denominator ?? 0, part == null ? "" : comma(part, 4)];
