import { _ } from "../../i18n/index.ts";
import { set, settings } from "../../store/device.ts";

type Size = "normal" | "large" | "largest";

export function applyTextSize(): void {
  const { text } = settings.value;
  if (text && text !== "normal") document.documentElement.dataset["text"] = text;
  else delete document.documentElement.dataset["text"];
}

/** Larger letters, here and everywhere on this phone. */
export function TextSize() {
  const now = settings.value.text ?? "normal";
  const choose = (text: Size) => async (): Promise<void> => {
    await set({ text });
    applyTextSize();
  };
  return (
    <fieldset class="choices sizes">
      <legend class="quiet">{_("Size of the text")}</legend>
      <Sized name={_("Normal")} on={now === "normal"} onClick={choose("normal")} />
      <Sized name={_("Large")} on={now === "large"} onClick={choose("large")} />
      <Sized name={_("Largest")} on={now === "largest"} onClick={choose("largest")} />
    </fieldset>
  );
}

export function Sized({ name, on, onClick }: { name: string; on: boolean; onClick: () => Promise<void> }) {
  return (
    <button type="button" class="button second" aria-pressed={on} onClick={() => void onClick()}>
      {name}
    </button>
  );
}
