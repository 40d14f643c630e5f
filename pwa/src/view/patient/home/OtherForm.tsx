import { title } from "../../../domain/questionnaire/texts.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { _, language, ngettext } from "../../../i18n/index.ts";
import { statements, unsentLinks, wasSent } from "../../../store/answers.ts";
import { goneFromHere } from "../../../store/form.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { Gone } from "../answers/Gone.tsx";
import { useForm } from "../form/useForm.ts";

/** A short form beside the one on what matters: asked anew at a transition, or for those who want to. */
export function OtherForm({ form }: { form: FormForStay }) {
  const loaded = useForm(form.name);
  if (!loaded || loaded === "away") return null;
  const [answered, unsent] = [statements(form).size, unsentLinks(form).length];
  const anew = form.workflow === "still-right";
  return (
    <section class="card">
      <h2>{title(loaded.questionnaire, language.value)}</h2>
      <p>{anew ? _("You move on now. Tell us if something has changed.") : _("If you want to: tell us what you would like to manage again.")}</p>
      {goneFromHere(form) ? (
        <Gone />
      ) : wasSent(form) ? (
        <>
          {unsent > 0 && <p>{ngettext("{n} change is not sent.", "{n} changes are not sent.", unsent)}</p>}
          <ButtonLink kind="second" wide href={unsent > 0 ? `/p/send/${form.name}` : "/p/answers"}>
            {unsent > 0 ? _("Look through and send") : _("See what you have said")}
          </ButtonLink>
        </>
      ) : (
        <ButtonLink kind="second" wide href={`/p/form/${form.name}`}>
          {answered > 0 ? _("Go on") : _("Tell us")}
        </ButtonLink>
      )}
    </section>
  );
}
