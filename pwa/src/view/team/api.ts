import type {
  AgreedReminder,
  Arrivals,
  Attention,
  Carer,
  Content,
  Encounter,
  EndOfStay,
  Figures,
  Handover,
  Invitation,
  Learning,
  NewCarer,
  NewReview,
  NewStay,
  NewTask,
  OfferedModule,
  PatientPage,
  Place,
  Postponement,
  ReadSoFar,
  Receipt,
  ReminderAddress,
  Review,
  StaffReadings,
  StoredVersion,
  Task,
  TaskChange,
  Today,
  Transfer,
  Version,
} from "../../domain/wire.ts";
import { ApiProblem, ask, type Fault, request } from "../../sync/api.ts";
import { lapsed, profile } from "./session.ts";
import type { Rescued } from "../../domain/rescue.ts";

type Method = "GET" | "POST" | "PUT" | "DELETE";

const call = <T>(method: Method, path: string, body?: object, ifMatch?: string): Promise<T> =>
  noticing(request<T>(method, path, body === undefined ? undefined : lean(body), { profile, ifMatch }));

/** What is empty is left out, as everywhere on the wire. */
const lean = (body: object): object => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ""));

async function noticing<T>(answer: Promise<T>): Promise<T> {
  try {
    const told = await answer;
    lapsed.value = false;
    return told;
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401) lapsed.value = true;
    throw problem;
  }
}

const stay = (encounter: string, rest = ""): string => `/api/encounters/${encodeURIComponent(encounter)}${rest}`;
const ward = (unit: string, rest: string): string => `/api/units/${encodeURIComponent(unit)}/${rest}`;

export const arrivals = (unit: string) => call<Arrivals>("GET", ward(unit, "arrivals"));
export const handover = (unit: string) => call<Handover>("GET", ward(unit, "handover"));
export const figures = (unit: string, months = 13) => call<Figures>("GET", ward(unit, `figures?months=${months}`));
export const learning = (unit: string, of: Learning["of"]) => call<Learning>("GET", ward(unit, `learning?of=${of}`));
export const eventsPath = (unit: string): string => ward(unit, "events");

export const newStay = (unit: string, body: NewStay) => call<Encounter>("POST", ward(unit, "encounters"), body);
export const patientPage = (encounter: string) => call<PatientPage>("GET", stay(encounter));
export const setPlace = (encounter: string, body: Place, tag: string) =>
  call<Encounter>("PUT", stay(encounter, "/place"), body, tag);
export const setToday = (encounter: string, body: Today) => call<Encounter>("PUT", stay(encounter, "/today"), body);
export const transfer = (encounter: string, body: Transfer, tag: string) =>
  call<Encounter>("POST", stay(encounter, "/transfer"), body, tag);
export const endStay = (encounter: string, body: EndOfStay, tag: string) =>
  call<Encounter>("POST", stay(encounter, "/end"), body, tag);

export const invite = (encounter: string, days: number) =>
  call<Invitation>("POST", stay(encounter, "/invitations"), { days });
export const uninvite = (encounter: string, invitation: string) =>
  call<void>("DELETE", stay(encounter, `/invitations/${invitation}`));
export const agreeReminder = (encounter: string, body: AgreedReminder) =>
  call<ReminderAddress>("POST", stay(encounter, "/reminders"), body);
export const endReminder = (encounter: string, id: string) => call<void>("DELETE", stay(encounter, `/reminders/${id}`));
export const setAskAlone = (encounter: string, askAlone: boolean, tag: string) =>
  call<Encounter>("PUT", stay(encounter, "/ask-alone"), { askAlone }, tag);
export const newCarer = (encounter: string, body: NewCarer) => call<Carer>("POST", stay(encounter, "/carers"), body);
export const setCarer = (encounter: string, carer: string, body: NewCarer) =>
  call<Carer>("PUT", stay(encounter, `/carers/${carer}`), body);
export const endCarer = (encounter: string, carer: string) =>
  call<void>("DELETE", stay(encounter, `/carers/${carer}`));
export const inviteCarer = (encounter: string, carer: string, days: number) =>
  call<Invitation>("POST", stay(encounter, `/carers/${carer}/invitations`), { days });
export const postpone = (encounter: string, body: Postponement) =>
  call<Postponement>("POST", stay(encounter, "/postponements"), body);
export const canAnswer = (encounter: string) => call<void>("DELETE", stay(encounter, "/postponements"));
export const offerModule = (encounter: string, body: OfferedModule) =>
  call<OfferedModule>("POST", stay(encounter, "/modules"), body);
export const history = (encounter: string, document: string) =>
  call<{ versions: readonly StoredVersion[] }>("GET", stay(encounter, `/documents/${document}/versions`));

export const myReadings = () => call<StaffReadings>("GET", "/api/staff-readings");
export const readSoFar = (module: string, body: ReadSoFar) =>
  call<StaffReadings>("PUT", `/api/staff-readings/${encodeURIComponent(module)}`, body);

export const review = (body: NewReview) => call<Review>("POST", "/api/reviews", body);
export const undoReview = (id: string) => call<void>("DELETE", `/api/reviews/${id}`);
export const newTask = (body: NewTask) => call<Task>("POST", "/api/tasks", body);
export const changeTask = (id: string, body: TaskChange, tag: string) =>
  call<Task>("PUT", `/api/tasks/${id}`, body, tag);
export const take = (document: string) => call<Attention>("POST", `/api/attentions/${document}/take`);

/** The content is written once and pasted: its hash is over these very bytes. */
export function putVersions(
  encounter: string,
  versions: readonly (Omit<Version, "content"> & { readonly content: Content })[],
): Promise<{ receipts: readonly Receipt[] }> {
  const pasted = versions.map(
    ({ content, ...rest }) => `${JSON.stringify(rest).slice(0, -1)},"content":${JSON.stringify(content)}}`,
  );
  return noticing(ask("POST", stay(encounter, "/versions"), `{"put":[${pasted.join()}]}`, { profile }));
}

/** Raises the problem of the first one that was not taken in. */
export function allStored({ receipts }: { readonly receipts: readonly Receipt[] }): void {
  const refused = receipts.find(({ outcome }) => outcome === "refused");
  if (refused) throw new ApiProblem((refused.problem || "unexpected") as Fault);
}

/** Read in from a rescue copy; its content travels as the text that was hashed on the phone. */
export async function putRescued(encounter: string, versions: readonly Rescued[]): Promise<readonly Receipt[]> {
  const pasted = versions.map(({ id, version, base, patient, author, recorded, shape, text }) => {
    const around = JSON.stringify({ id, version, base, patient, author, recorded, shape });
    return `${around.slice(0, -1)},"content":${text}}`;
  });
  const asked = ask<{ receipts?: readonly Receipt[] }>("POST", stay(encounter, "/rescued"), `{"put":[${pasted.join()}]}`, { profile });
  return (await noticing(asked)).receipts ?? [];
}
