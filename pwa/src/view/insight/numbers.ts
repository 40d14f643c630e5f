import type { Count, Figures, Month } from "../../domain/wire.ts";
import { _, decimal } from "../../i18n/index.ts";
import { words } from "../../i18n/gettext.ts";

/** The measure beside a measure: those who have not said. */
export const UNANSWERED = "-unanswered";

export const countOf = (month: Month | null | undefined, measure: string): Count | undefined =>
  month?.counts?.find((count) => count.measure === measure);

/** "71 %", or a dash where there was nothing to count. */
export const percent = (count: Count | undefined): string =>
  count?.share == null ? "–" : _("{n} %", { n: decimal(count.share * 100) });

export const fraction = (count: Count | undefined): string =>
  count ? _("{n} of {all}", { n: decimal(count.numerator), all: decimal(count.denominator) }) : "–";

/** "november 2026" of "2026-11" */
export function monthWords(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return _("{month} {year}", { month: words.value?.months[Number(number) - 1] ?? number, year });
}

/** Every month from the first to the last: one without stays is there, and empty. */
export function allMonths({ months = [] }: Figures): readonly Month[] {
  const known = new Map(months.map((month) => [month.month, month]));
  const names = [...known.keys()].sort();
  const last = names.at(-1) ?? "";
  const all: Month[] = [];
  for (let name = names[0] ?? ""; name !== "" && name <= last; name = next(name))
    all.push(known.get(name) ?? { month: name });
  return all;
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
