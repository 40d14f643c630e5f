import { useSignal } from "@preact/signals";
import type { Content } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { forget, type Holder } from "../../../store/device.ts";
import { lockOf } from "../../../store/lock.ts";
import { Button } from "../../parts/Button.tsx";
import { named } from "../me/asText.ts";
import { Page } from "../Page.tsx";
import { go } from "../route.ts";
import { uncover } from "./cover.ts";

/** Says honestly what is lost without the PIN, and what is not. */
export function Forgotten({ holder, onBack }: { holder: Holder; onBack: () => void }) {
  const sure = useSignal(false);
  const unsent = Object.entries(lockOf(holder).unsent ?? {});
  async function anew(): Promise<void> {
    await forget(holder);
    uncover();
    go("/i");
  }
  return (
    <Page heading={_("Without the PIN")} back={{ words: _("Back"), onClick: onBack }}>
      <p>{_("Nobody can find out a PIN, neither you, nor those who look after you, nor we. What lies on this phone cannot be opened without it.")}</p>
      <p>{_("What you have sent is safe. Ask those who look after you for a new code: then you can see it again here.")}</p>
      {unsent.length === 0 ? (
        <p>{_("Everything was sent. Nothing is lost when you begin anew.")}</p>
      ) : (
        <div class="notice strong stack">
          <p>{_("This was never sent. It is lost when you begin anew:")}</p>
          <ul>
            {unsent.map(([kind, n]) => (
              <li key={kind}>{_("{what}: {n}", { what: kindWords(kind), n })}</li>
            ))}
          </ul>
          <p>{_("You can go back and try as often as you like. Nothing is wiped by wrong tries.")}</p>
          <label class="choice">
            <input type="checkbox" checked={sure.value} onChange={(event) => (sure.value = event.currentTarget.checked)} />
            {_("I understand that it is lost")}
          </label>
        </div>
      )}
      {(unsent.length === 0 || sure.value) && (
        <Button wide kind="second" onClick={() => void anew()}>
          {_("Wipe it and begin anew")}
        </Button>
      )}
    </Page>
  );
}

function kindWords(kind: string): string {
  const [resourceType, status] = kind.split(" ");
  return named({ resourceType, status } as Content);
}
