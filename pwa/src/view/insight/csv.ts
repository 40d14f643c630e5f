import type { Figures } from "../../domain/wire.ts";
import { allMonths, countOf } from "./numbers.ts";

/** Semicolons and a byte order mark: what a spreadsheet set to Norwegian opens without asking. */
export function csv(figures: Figures): string {
  const rows = allMonths(figures).flatMap((month) =>
    figures.measures.map((measure) => {
      const count = countOf(month, measure);
      const share = count?.share == null ? "" : comma(count.share, 4);
      return [figures.unit.name, month.month, measure, count?.numerator ?? 0, count?.denominator ?? 0, share];
    }),
  );
  return sheet(["unit", "month", "measure", "numerator", "denominator", "share"], rows);
}

export type Cell = string | number;

export const sheet = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

/** A number as a Norwegian spreadsheet reads it. */
export const comma = (value: number, digits: number): string => value.toFixed(digits).replace(".", ",");

/** A cell that begins like a formula would be run by a spreadsheet. */
function cell(value: Cell): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
