import { words } from "./gettext.ts";

/** "3,5", "12 000": figures are read with the signs of the language. */
export function decimal(value: number, digits = 0): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(digits).split(".");
  const { decimal: point = ".", group = "" } = words.value ?? {};
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? "−" : "";
  return sign + grouped + (fraction === undefined ? "" : point + fraction);
}
