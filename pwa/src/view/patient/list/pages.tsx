import { listed } from "../../../store/entries.ts";
import type { EntryDraft } from "../../../store/here.ts";
import { CallPage } from "./CallPage.tsx";
import { Calls } from "./Calls.tsx";
import { Doing } from "./Doing.tsx";
import { List } from "./List.tsx";
import { MedicinePage } from "./MedicinePage.tsx";
import { Medicines } from "./Medicines.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import { Questions } from "./Questions.tsx";

const PARTS = { VisitQuestion: "questions", MedicationStatement: "medicines", ContactPoint: "calls" } as const;

/** The page on which a draft is gone on with. */
export function whereWritten({ document, content }: EntryDraft): string {
  const part = `/p/list/${PARTS[content.resourceType]}`;
  if (listed(document)) return `${part}/${document}`;
  return content.resourceType === "VisitQuestion" ? part : `${part}/new`;
}

/** The pages below /p/list: a part, and there one entry, a new one, or a question about a module. */
export function ListPages({ part, entry, about }: { part: string; entry: string; about: string }) {
  const id = entry === "new" ? "" : entry;
  const known = id === "" || listed(id) !== undefined;
  switch (part) {
    case "questions":
      if (entry === "about") return <Questions key={about} module={about} />;
      return entry && known ? <QuestionPage key={id} id={id} /> : <Questions key="" />;
    case "medicines":
      return entry && known ? <MedicinePage key={id} id={id} /> : <Medicines />;
    case "calls":
      return entry && known ? <CallPage key={id} id={id} /> : <Calls />;
    case "doing":
      return <Doing />;
    default:
      return <List />;
  }
}
