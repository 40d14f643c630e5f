import type { Unit } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { languageName } from "../../parts/languageName.ts";
import { staffNamed } from "../../patient/staff.ts";
import { at } from "../words.ts";
import type { Statement } from "./statements.ts";
import { type InOtherWords as One, translationsOf } from "./translations.ts";

/** What somebody translated, beside the original and never looking like it. */
export function InOtherWords({ statement, unit }: { statement: Statement; unit: Unit }) {
  return (
    <>
      {translationsOf(statement).map((one) => (
        <div class="in-other-words" key={one.of.version}>
          <p lang={one.of.translation.language} dir="auto">
            {one.text}
          </p>
          <p class="quiet">
            {byWords(one, at(one.of.at, unit.timezone))} {one.earlier && <span class="mark">{_("of an earlier answer")}</span>}
          </p>
        </div>
      ))}
    </>
  );
}

export function byWords({ of }: One, when: string): string {
  const told = { language: languageName(of.translation.language), who: staffNamed(of.by, of.title), when };
  return of.translation.interpreter
    ? _("Said in {language} by an interpreter, written down by {who} {when}.", told)
    : _("Translated to {language} by {who} {when}.", told);
}
