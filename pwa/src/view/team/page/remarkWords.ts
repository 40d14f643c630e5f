import type { Remark } from "../../../domain/questionnaire/rules.ts";
import { _ } from "../../../i18n/index.ts";

/** What an answer breaks of its form's rules, to whoever reads it. */
export function remarkWords(remark: Remark): string {
  switch (remark) {
    case "missing":
    case "too-few-answers":
      return _("an answer is missing");
    case "too-many-answers":
    case "not-together":
      return _("more was chosen than can stand together");
    case "too-long":
      return _("longer than the form has room for");
    case "too-short":
      return _("shorter than the form asks for");
    case "too-small":
      return _("lower than the form allows");
    case "too-large":
      return _("higher than the form allows");
    case "too-many-decimals":
      return _("more decimals than the form asks for");
    case "unknown-option":
    case "unknown-unit":
      return _("something that the form does not offer");
    case "not-enabled":
      return _("answered, but not asked any more");
    case "unknown-item":
      return _("not a question of this form");
    case "wrong-type":
    case "wrong-pattern":
      return _("written in another way than the form asks for");
  }
}
