import type { FormForStay } from "../../../domain/wire.ts";

/** The address of a page about one spot of a form. */
export const to = (page: "form" | "change" | "answers" | "history", { name }: Pick<FormForStay, "name">, spot: string): string =>
  `/p/${page}/${name}/${encodeURIComponent(spot)}`;
