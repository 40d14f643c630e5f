import type { Answer } from "../../../domain/wire.ts";
import { type Asked, told } from "./asked.ts";

/** A text on one line: a name, an address on the web. */
export function OneLine(asked: Asked) {
  const { node, answer, onAnswer } = asked;
  const url = node.item.type === "url";
  const value = answer[0]?.valueUri ?? answer[0]?.valueString ?? "";
  const given = (words: string): Answer => (url ? { valueUri: words.trim() } : { valueString: words });
  return (
    <input
      class="field"
      type="text"
      inputMode={url ? "url" : "text"}
      autocomplete="off"
      {...(url && { autocapitalize: "off", spellcheck: false })}
      maxLength={node.item.maxLength ?? (url ? 200 : 10_000)}
      {...told(asked)}
      value={value}
      onInput={(event) => onAnswer(event.currentTarget.value.trim() === "" ? [] : [given(event.currentTarget.value)])}
    />
  );
}
