import type { Place } from "../../../domain/questionnaire/places.ts";
import { question } from "../../../domain/questionnaire/texts.ts";
import { _, language } from "../../../i18n/index.ts";

/** The named parts of the form that a question stands in, and which of several. */
export function Above({ places }: { places: readonly Place[] }) {
  const names = places.map(({ node }) => question(node.item, language.value)).filter(Boolean);
  return names.length > 0 ? <p class="quiet">{names.join(" · ")}</p> : null;
}
