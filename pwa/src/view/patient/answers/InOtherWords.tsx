import type { FormForStay, ResponseItem } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { type InOtherWords as One, translationsOf } from "../../../store/translations.ts";
import { languageName } from "../../parts/languageName.ts";
import { now } from "../now.ts";
import { staffNamed } from "../staff.ts";

/** That somebody has translated the answer, and what they made of it; never looking like the person's own words. */
export function InOtherWords({ form, link, items }: { form: FormForStay; link: string; items: readonly ResponseItem[] }) {
  return (
    <>
      {translationsOf(form, link, items).map((one) => (
        <details key={one.held.version} class="examples">
          <summary>
            {by(one)} {one.earlier && <>({_("of an earlier answer")})</>}
          </summary>
          <p lang={one.of.language} dir="auto">
            {one.text}
          </p>
        </details>
      ))}
    </>
  );
}

function by({ of, held }: One): string {
  // In the place of a name that the unit does not tell stands a profession.
  const told = { language: languageName(of.language), who: staffNamed("", held.authorName), when: when(held.received, now.value) };
  return of.interpreter
    ? _("Said in {language} by an interpreter, written down by {who} {when}.", told)
    : _("Translated to {language} by {who} {when}.", told);
}
