import { _ } from "../../../i18n/index.ts";
import { Icon } from "../../parts/Icon.tsx";

/** One step back within the same address. */
export function Back({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      <Icon name="back" /> {_("Back")}
    </button>
  );
}
