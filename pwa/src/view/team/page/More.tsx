import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { PatientPage } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Invite } from "../invitation/Invite.tsx";
import { follow, mine } from "../mine.ts";
import { Check } from "../parts/fields.tsx";
import { pathTo } from "../route.ts";
import { isNurse } from "../session.ts";
import { End } from "../stay/End.tsx";
import { PlaceDialog } from "../stay/PlaceDialog.tsx";
import { Postpone } from "../stay/Postpone.tsx";
import { Move } from "../stay/Move.tsx";
import { History } from "./History.tsx";
import { Rescued } from "./Rescued.tsx";

type Opened = "" | "invite" | "postpone" | "place" | "move" | "end" | "history" | "rescued";

/** The rarer things, by name. */
export function More({ page }: { page: PatientPage }) {
  const opened = useSignal<Opened>("");
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => void (opened.value = "");
  const shut = (): void => menu.current?.removeAttribute("open");
  const choose = (next: Opened) => () => {
    opened.value = next;
    shut();
  };
  const left = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !menu.current?.contains(event.relatedTarget)) shut();
  };
  useEffect(() => {
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) shut();
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, []);
  const { encounter } = page;
  const running = isNurse.value && !encounter.ended;
  return (
    <>
      <details class="menu" ref={menu} onKeyDown={(event) => event.key === "Escape" && shut()} onFocusOut={left}>
        <summary class="button plain">
          {_("More")} <Icon name="down" />
        </summary>
        <div class="menu-sheet">
          {running && <Item words={_("Invitation")} onClick={choose("invite")} />}
          {running && <a href={pathTo(encounter.unit.id, encounter.id, "paper")}>{_("Type in from paper")}</a>}
          {isNurse.value && <Item words={_("Read in a rescue copy")} onClick={choose("rescued")} />}
          {running && <Item words={_("Cannot answer now")} onClick={choose("postpone")} />}
          {running && <Item words={_("Room, interpreter, day of going home")} onClick={choose("place")} />}
          {running && <Item words={_("Move to another unit")} onClick={choose("move")} />}
          {running && <Item words={_("End the stay")} onClick={choose("end")} />}
          {(page.answers ?? []).length > 0 && <Item words={_("Earlier answers")} onClick={choose("history")} />}
          <Check on={mine.value.has(encounter.id)} onValue={(on) => follow(encounter.id, on)}>
            {_("My patient")}
          </Check>
        </div>
      </details>
      {opened.value === "invite" && <Invite page={page} onClose={close} />}
      {opened.value === "postpone" && <Postpone page={page} onClose={close} />}
      {opened.value === "place" && <PlaceDialog page={page} onClose={close} />}
      {opened.value === "move" && <Move page={page} onClose={close} />}
      {opened.value === "end" && <End page={page} onClose={close} />}
      {opened.value === "rescued" && <Rescued page={page} onClose={close} />}
      {opened.value === "history" && <History page={page} onClose={close} />}
    </>
  );
}

const Item = ({ words, onClick }: { words: string; onClick: () => void }) => (
  <button type="button" onClick={onClick}>
    {words}
  </button>
);
