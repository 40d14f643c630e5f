/** FHIR R4's own QuestionnaireResponse, made of our flat answers: the twin of domain/questionnaire/nested.py. */
import type { Answer, ResponseItem, Speaker } from "../wire.ts";
import { ABSENT, AUTHOR, AUTHORED, RELATION, SAID_BY } from "./extensions.ts";
import type { Form } from "./form.ts";
import { answered, type Place, places } from "./places.ts";
import { question } from "./texts.ts";

/** What a response says of itself. References are FHIR's, as `Patient/…`; an empty one is left out. */
export interface About {
  readonly id?: string;
  readonly questionnaire: string;
  readonly status: string;
  readonly language?: string;
  readonly subject?: string;
  readonly encounter?: string;
  readonly author?: string;
  readonly source?: string;
  readonly authored?: string;
}

const KIND = { patient: "Patient", related: "RelatedPerson", staff: "Practitioner" } as const;
const DECLINED = { extension: [{ url: ABSENT, valueCode: "asked-declined" }] };

const only = (made: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined && value !== ""));
const reference = (to: string | undefined) => (to ? { reference: to } : undefined);

/** A QuestionnaireResponse as JSON. */
export function response(form: Form, items: readonly ResponseItem[], about: About): Record<string, unknown> {
  const nested = places(form, items).flatMap((place) => itemsOf(place, about.language ?? ""));
  return only({
    resourceType: "QuestionnaireResponse",
    id: about.id,
    language: about.language,
    questionnaire: about.questionnaire,
    status: about.status,
    subject: reference(about.subject),
    encounter: reference(about.encounter),
    authored: about.authored,
    author: reference(about.author),
    source: reference(about.source),
    item: nested.length > 0 ? nested : undefined,
  });
}

/** The items of a place: none where nothing was said, two where two differing statements stand. */
function itemsOf(place: Place, language: string): Record<string, unknown>[] {
  const { item } = place.node;
  if (item.type === "display" || !answered(place)) return [];
  const below = place.children.flatMap((child) => itemsOf(child, language));
  const head = { linkId: item.linkId, text: question(item, language) };
  if (item.type === "group") return [only({ ...head, item: below })];
  return (place.said.length > 0 ? place.said : [undefined]).map((said, n) => {
    const given: object[] = said?.declined ? [DECLINED] : (said?.answer ?? []).map(value);
    const answer = below.length > 0 && n === 0 ? [{ ...given[0], item: below }, ...given.slice(1)] : given;
    return only({ ...head, text: said?.text || head.text, extension: said && by(said), answer: answer.length > 0 ? answer : undefined });
  });
}

const value = (answer: Answer): object => Object.fromEntries(Object.entries(answer).filter(([, one]) => one !== null && one !== undefined));

const by = ({ writtenBy, saidBy, authored }: ResponseItem) => [
  { url: AUTHOR, valueReference: person(writtenBy) },
  { url: SAID_BY, valueReference: person(saidBy) },
  { url: AUTHORED, valueDateTime: authored },
];

const person = ({ kind, name, relation }: Speaker) =>
  only({ extension: relation ? [{ url: RELATION, valueString: relation }] : undefined, type: KIND[kind], display: name });
