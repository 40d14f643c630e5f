import { controls } from "../../../domain/questionnaire/extensions.ts";
import type { Place } from "../../../domain/questionnaire/places.ts";
import { isShown, spotOf } from "../../../domain/questionnaire/screens.ts";
import { _ } from "../../../i18n/index.ts";
import { Text } from "./Text.tsx";

/** What is only read: told plainly, marked where the form wants that, folded away where it is beside the matter. */
export function Shown({ place: { node, children }, language }: { place: Place; language: string }) {
  const control = controls(node.item);
  const below = children.filter(isShown).map((place) => <Shown key={spotOf(place)} place={place} language={language} />);
  if (control.includes("sidebar")) {
    return (
      <details class="examples">
        <summary>{_("More about this")}</summary>
        <Text item={node.item} language={language} />
        {below}
      </details>
    );
  }
  return (
    <div class={control.includes("highlight") ? "notice" : ""}>
      <Text item={node.item} language={language} />
      {below}
    </div>
  );
}
