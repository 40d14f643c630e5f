import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { several } from "../../../domain/questionnaire/form.ts";
import type { Asked } from "../../parts/form/asked.ts";
import { FormField } from "../../parts/form/FormField.tsx";
import { Rare } from "../../parts/form/Rare.tsx";
import { rare } from "../../parts/form/rare.ts";

rare.value = Rare;

/** The phone's own fields, with the question above; own words without what is said of a phone's keyboard. */
export function AnswerField({ hint, ...asked }: Asked & { hint: ComponentChildren }) {
  const id = useId();
  const { node, answer, label, describedBy, invalid, onAnswer } = asked;
  const { type, maxLength, readOnly } = node.item;
  const plain = (type === "text" || type === "string") && !readOnly && node.options.length === 0 && !several(node);
  return (
    <>
      {plain ? (
        <label class="label" for={id}>
          {label}
        </label>
      ) : (
        <p class="label">{label}</p>
      )}
      {hint}
      {plain ? (
        <textarea
          id={id}
          class="field"
          rows={type === "text" ? 2 : 1}
          maxLength={maxLength ?? 10_000}
          value={answer[0]?.valueString ?? ""}
          onInput={({ currentTarget: { value } }) => onAnswer(value === "" ? [] : [{ valueString: value }])}
          {...(describedBy && { "aria-describedby": describedBy })}
          {...(invalid && { "aria-invalid": true })}
        />
      ) : (
        <FormField {...asked} id={id} />
      )}
    </>
  );
}
