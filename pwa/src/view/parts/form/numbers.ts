/** A number as people write it: with a comma or a point, and blanks between thousands. Null when it is none. */
export function readNumber(typed: string, whole = false): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace("−", "-").replace(",", ".");
  const fits = whole ? /^[+-]?\d{1,9}$/.test(plain) : /^[+-]?\d{1,12}(\.\d{1,9})?$/.test(plain);
  return fits ? Number(plain) : null;
}

/** As it is written in a language: with a decimal comma in Norwegian. */
export const shownNumber = (value: number, language: string): string => (language.startsWith("en") ? String(value) : String(value).replace(".", ","));
