import { useSignal } from "@preact/signals";
import type { Unit } from "../../domain/wire.ts";
import { _ } from "../../i18n/index.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useKey } from "./keys.ts";
import { KeysHelp } from "./KeysHelp.tsx";
import { Languages } from "./Languages.tsx";
import { go, pathTo } from "./route.ts";
import { isNurse, leave, ownUnits, session, staff } from "./session.ts";
import { useSaving } from "./saving.ts";
import { NewStay } from "./stay/NewStay.tsx";
import { staffNamed } from "../patient/staff.ts";

/** What is one click away wherever one stands. */
export function Bar({ unit }: { unit: Unit }) {
  const opened = useSignal<"" | "keys" | "stay">("");
  const close = (): void => void (opened.value = "");
  useKey("?", () => (opened.value = "keys"));
  return (
    <header class="bar no-print">
      <a class="skip" href="#patient">
        {_("Go to the patient")}
      </a>
      <Units unit={unit} />
      <nav class="row" aria-label={_("Pages")}>
        {isNurse.value && (
          <Button kind="plain" icon="plus" onClick={() => (opened.value = "stay")}>
            {_("New arrival")}
          </Button>
        )}
        {isNurse.value && (
          <a class="button plain" href={pathTo(unit.id, "", "handover")}>
            <Icon name="paper" />
            {_("Shift sheet")}
          </a>
        )}
        <a class="button plain" href={`/insight/${unit.id}`}>
          <Icon name="chart" />
          {_("Figures")}
        </a>
        <a class="button plain" href={pathTo(unit.id, "", "learn")}>
          <Icon name="book" />
          {_("Learn")}
        </a>
        <Button kind="plain" icon="help" onClick={() => (opened.value = "keys")}>
          {_("Keys")}
        </Button>
      </nav>
      <Who />
      {opened.value === "keys" && <KeysHelp onClose={close} />}
      {opened.value === "stay" && <NewStay unit={unit} onClose={close} />}
    </header>
  );
}

function Units({ unit }: { unit: Unit }) {
  const units = ownUnits.value;
  if (units.length < 2) return <b class="unit-name">{unit.name}</b>;
  return (
    <select
      class="field unit-name"
      aria-label={_("Unit")}
      value={unit.id}
      onChange={(event) => go(pathTo(event.currentTarget.value))}
    >
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function Who() {
  const saving = useSaving();
  const me = staff.value;
  return (
    <div class="row who">
      <Languages />
      <span>{me && staffNamed(`${me.given} ${me.family}`, me.title)}</span>
      {session.value?.demo && <a href="/demo">{_("Demo")}</a>}
      <Button kind="plain" icon="exit" onClick={() => saving.save(leave)}>
        {_("Sign out")}
      </Button>
    </div>
  );
}
