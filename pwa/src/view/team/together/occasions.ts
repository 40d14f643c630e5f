import type { PatientPage, Speaker } from "../../../domain/wire.ts";
import { _ } from "../../../i18n/index.ts";
import type { Room } from "../route.ts";
import { signature } from "../session.ts";
import type { Filling } from "./Fill.tsx";
import { ME } from "./typed.ts";

/** Why a form is filled in here: what it is called, where the form lies, whose documents hold it. */
export interface Occasion extends Omit<Filling, "page" | "form"> {
  readonly title: string;
  readonly path: string;
}

export function occasion(page: PatientPage, room: Room, talk: string): Occasion | null {
  if (room === "talk") return talkOn(page, talk);
  const documents = { shared: page.sharedDocuments?.[0] ?? "", staff: page.staffDocuments?.[0] ?? "" };
  const path = page.forms?.[0] ?? "";
  return room === "paper"
    ? { name: room, title: _("Type in from paper"), path, documents, origin: "paper" }
    : { name: room, title: _("Fill in together"), path, documents, origin: "conversation", few: true };
}

function talkOn({ talks = [], ...page }: PatientPage, name: string): Occasion | null {
  const talk = talks.find((one) => one.name === name);
  if (!talk) return null;
  const me: Speaker = { kind: "staff", ...(signature(page.encounter.unit) && { name: signature(page.encounter.unit) }) };
  const { path, shared, staff, workflow } = talk;
  return { name, title: talkName(workflow), path, documents: { shared, staff }, origin: "conversation", more: new Map([[ME, me]]) };
}

/** What a talk is called among staff. */
export function talkName(workflow = "", otherwise = _("Talk")): string {
  switch (workflow) {
    case "admission-talk":
      return _("Admission talk");
    case "discharge-talk":
      return _("Discharge talk");
    default:
      return otherwise;
  }
}
