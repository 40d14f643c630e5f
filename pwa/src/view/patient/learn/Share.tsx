import { useSignal } from "@preact/signals";
import type { Module } from "../../../domain/module.ts";
import { _ } from "../../../i18n/index.ts";
import { Button } from "../../parts/Button.tsx";

/** Sends the address where everybody can read it: nothing of the person goes with it. */
export function Share({ module: { id, language, title, easy }, organization = "" }: { module: Module; organization?: string | undefined }) {
  const shown = useSignal<"" | "copied" | "link">("");
  const url = [location.origin, "learn", organization, id, language, easy ? "easy" : ""].filter(Boolean).join("/");
  async function share(): Promise<void> {
    if (navigator.share) return navigator.share({ title, url }).catch(() => undefined);
    await navigator.clipboard.writeText(url).then(
      () => (shown.value = "copied"),
      () => (shown.value = "link"),
    );
  }
  return (
    <>
      <Button kind="plain" icon="send" onClick={() => void share()}>
        {_("Share the text")}
      </Button>
      <div role="status">
        {shown.value && (
          <p class="notice">
            <span>
              {shown.value === "copied" ? _("The link is copied. Paste it in a message.") : url} {_("It tells nothing about you.")}
            </span>
          </p>
        )}
      </div>
    </>
  );
}
