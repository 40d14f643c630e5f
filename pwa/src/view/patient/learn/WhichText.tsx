import { _ } from "../../../i18n/index.ts";
import { readEasily, readsEasily } from "../../../store/reading.ts";
import { Sized } from "../TextSize.tsx";

/** The whole text, or the same in short sentences: this person's choice, for every text that has both. */
export function WhichText() {
  const easy = readsEasily.value;
  return (
    <div class="choices sizes">
      <Sized name={_("Full text")} on={!easy} onClick={() => readEasily(false)} />
      <Sized name={_("Easy to read")} on={easy} onClick={() => readEasily(true)} />
    </div>
  );
}
