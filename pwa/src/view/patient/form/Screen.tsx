import type { ComponentChildren } from "preact";
import { help, numbered, question } from "../../../domain/questionnaire/texts.ts";
import type { Screen as Asked } from "../../../domain/questionnaire/screens.ts";
import type { FormForStay } from "../../../domain/wire.ts";
import { _, language } from "../../../i18n/index.ts";
import { isOwn } from "../../../store/form.ts";
import { type BackTo, Page } from "../Page.tsx";
import { Urgent } from "../Urgent.tsx";
import type { Instances } from "./instances.ts";
import { more } from "./more.ts";
import { type OnScreen, useOnScreen } from "./onScreen.ts";
import { Parts } from "./Part.tsx";
import { NotSaved, Saved } from "./Saved.tsx";
import { ShowPatient, StaffOnly } from "./StaffOnly.tsx";
import { WhoSaid } from "./WhoSaid.tsx";

interface Shown {
  form: FormForStay;
  screen: Asked;
  instances: Instances;
  above?: ComponentChildren;
  back: BackTo;
  /** The buttons at the foot: what happens next. */
  children: (on: OnScreen) => ComponentChildren;
}

/** One question, or the few that belong together, and what holds for all of them. */
export function Screen({ form, screen, instances, above, back, children }: Shown) {
  const on = useOnScreen(form, screen.link);
  const [Faults, Media] = [more.value?.Faults, more.value?.Media];
  const [main] = screen.places.filter(({ node }) => node.item.linkId === screen.link);
  const item = main?.node.item;
  // A page is named by its group, a question by itself; what stands in a named part says so above.
  const alone = main?.node.asked === true && !main.node.many;
  const section = screen.above.map((node) => question(node.item, language.value)).filter(Boolean);
  const [group, hint] = item?.type === "group" ? [item, help(item, language.value)] : [];
  return (
    <Page
      heading={(item && numbered(item, language.value)) || section.at(-1) || _("Questions")}
      above={
        <>
          {above}
          {section.length > 0 && <p class="quiet">{section.join(" · ")}</p>}
        </>
      }
      back={back}
      status={<Kept on={on} />}
      foot={children(on)}
    >
      {hint && <p class="quiet below-heading">{hint}</p>}
      {group && Media && <Media of={group} />}
      {Faults && <Faults on={on} />}
      <Parts on={on} places={alone || main?.node.many ? screen.places : screen.places.flatMap((place) => (place === main ? place.children : [place]))} titled={!alone} instances={instances} />
      <NotKept on={on} />
      <Whose on={on} />
      <Urgent />
    </Page>
  );
}

// Each reads for itself what changes with every choice, so that a choice does not draw the whole screen anew.
const Kept = ({ on }: { on: OnScreen }) => <Saved state={on.state()} />;
const NotKept = ({ on }: { on: OnScreen }) => <NotSaved state={on.state()} name={on.form.name} />;

/** Whose words they are, and who may see them. */
function Whose({ on }: { on: OnScreen }) {
  const staff = on.audience() === "staff";
  if (isOwn(on.form)) return <ShowPatient checked={!staff} onChange={(all) => on.setAudience(all ? "all" : "staff")} />;
  const [said] = on.standing().flatMap(({ pen }) => pen.items.value);
  return (
    <>
      <WhoSaid said={said?.saidBy} onSaid={(speaker) => on.setSaidBy(speaker)} />
      <StaffOnly checked={staff} onChange={(only) => on.setAudience(only ? "staff" : "all")} />
    </>
  );
}
