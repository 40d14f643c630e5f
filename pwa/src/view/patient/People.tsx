import { useSignal } from "@preact/signals";
import { _ } from "../../i18n/index.ts";
import { type Holder, isLocked, people, settings } from "../../store/device.ts";
import { here } from "../../store/here.ts";
import type { Seal } from "../../store/seal.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { called } from "./lock/called.ts";
import { LeaveQuickly } from "./lock/Cover.tsx";
import { covered, uncover } from "./lock/cover.ts";
import { Unlock } from "./lock/Unlock.tsx";
import { Page } from "./Page.tsx";
import { go, path } from "./route.ts";
import { enter } from "./welcome/join.ts";
import { LanguageRow } from "./welcome/Languages.tsx";

/** Several people on one phone, each with their own things. */
export function People() {
  const chosen = useSignal<Holder | null>(awaited());
  const comesIn = (holder: Holder) => async (seal?: Seal): Promise<void> => {
    // Behind the cover something half written may still lie open: then only the cover goes.
    if (here.value?.shelf !== holder.shelf || !covered.value) await enter(holder, [], seal);
    uncover();
    if (["/", "/p/people"].includes(path.value)) go("/p");
  };
  const inside = here.value && !covered.value;
  const one = chosen.value;
  if (one) {
    const others = people.value.length > 1 ? { onBack: () => void (chosen.value = null) } : {};
    return <Unlock key={one.shelf} holder={one} onOpened={comesIn(one)} {...others} />;
  }
  return (
    <Page heading={_("Who is here?")} {...(inside && { back: { href: "/p/me", words: _("Me") } })}>
      <LanguageRow />
      <div class="stack tight">
        {people.value.map((holder) => (
          <Button
            wide
            kind="second"
            key={holder.shelf}
            {...(isLocked(holder) && { icon: "lock" as const })}
            onClick={() => (isLocked(holder) ? void (chosen.value = holder) : void comesIn(holder)())}
          >
            {called(holder)}
          </Button>
        ))}
      </div>
      <ButtonLink wide kind="plain" icon="plus" href="/i">
        {_("Somebody else, with a code")}
      </ButtonLink>
      {!inside && <LeaveQuickly />}
    </Page>
  );
}

/** Who has to show that it is they: whoever was here last, where the phone is theirs alone. */
function awaited(): Holder | null {
  if (here.value && !covered.value) return null;
  const all = people.value;
  const last = here.value ?? (all.length === 1 ? all[0] : all.find(({ profile, keeps }) => profile === settings.value.last && !keeps));
  return last && isLocked(last) ? last : null;
}
