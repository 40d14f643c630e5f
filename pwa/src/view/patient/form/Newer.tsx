import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formOf } from "../../../domain/questionnaire/form.ts";
import type { Questionnaire } from "../../../domain/questionnaire/index.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { moveOn } from "../../../store/form.ts";
import { content } from "../../../sync/content.ts";
import { Button } from "../../parts/Button.tsx";
import { itemsOf, type LoadedForm } from "./useForm.ts";

/** The form has a newer version. What was begun stays on the old one, unless the person wants to move. */
export function Newer({ loaded: { form, ready } }: { loaded: LoadedForm }) {
  const found = useSignal<Questionnaire | null>(null);
  const failed = useSignal(false);
  const path = form.newerPath ?? "";
  useEffect(() => {
    if (path) content<Questionnaire>(path).then((newer) => (found.value = newer), () => undefined);
  }, [path]);
  const newer = found.value;
  if (!newer || !form.newer) return null;
  const then = formOf(newer).nodes;
  /** The same question, asked for the same kind of answer. */
  const fits = (linkId: string): boolean => then.get(linkId)?.item.type === ready.nodes.get(linkId)?.item.type && then.get(linkId)?.many === ready.nodes.get(linkId)?.many;
  const left = itemsOf(form).filter(({ linkId }) => !fits(linkId)).length;
  return (
    <section class="notice stack tight">
      <p>{_("The questions have been renewed since you began. You can move your answers over, or go on as you are.")}</p>
      {left > 0 && <p>{ngettext("{n} answer has no place in the new ones. It is kept among what you have said before.", "{n} answers have no place in the new ones. They are kept among what you have said before.", left)}</p>}
      <Button wide kind="second" onClick={() => moveOn(form, fits).catch(() => (failed.value = true))}>
        {_("Move my answers over")}
      </Button>
      <p class="fault" role="alert">
        {failed.value && _("The phone could not keep this. Try again, or call us.")}
      </p>
    </section>
  );
}
