/** FHIR R4's own QuestionnaireResponse, made of our flat answers: the twin of domain/questionnaire/nested.py. */
import type { Answer, ResponseItem, Speaker } from "../wire.ts";
import { ABSENT, AUTHOR, AUTHORED, RELATION, SAID_BY, WRITTEN_BY } from "./extensions.ts";
import type { Form, Node } from "./form.ts";
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

type Json = Record<string, unknown>;
const only = (made: Json): Json =>
  Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined && value !== ""));
const some = <One>(all: One[]): One[] | undefined => (all.length > 0 ? all : undefined);
const reference = (to: string | undefined) => (to ? { reference: to } : undefined);

/** A QuestionnaireResponse as JSON. */
export function response(form: Form, items: readonly ResponseItem[], about: About): Json {
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
    item: some(nested(places(form, items), about.language ?? "")),
  });
}

function nested(found: readonly Place[], language: string): Json[] {
  const there = new Map<Node, Place[]>();
  for (const place of found) {
    if (place.node.item.type !== "display" && answered(place)) there.set(place.node, [...(there.get(place.node) ?? []), place]);
  }
  return [...there].flatMap(([node, of]) => itemsOf(node, of, language));
}

/** The items of one node: one for each group; of a question one, or two where two differing statements stand. */
function itemsOf({ item, many }: Node, found: readonly Place[], language: string): Json[] {
  const head = { linkId: item.linkId, text: question(item, language) };
  if (item.type === "group") return found.map(({ children }) => only({ ...head, item: some(nested(children, language)) }));
  if (many) {
    const answers = found.flatMap((place) => statements(place, language).flatMap(([said, below]) => apart(said, below)));
    return [only({ ...head, text: found[0]?.said[0]?.text || head.text, answer: answers })];
  }
  return found
    .flatMap((place) => statements(place, language))
    .map(([said, below]) => only({ ...head, text: said?.text || head.text, extension: said && by(said, AUTHOR), answer: some(answersOf(said, below)) }));
}

type Said = ResponseItem | undefined;
/** Each statement with what is told below it: all that stands below the question is told with the first. */
function statements({ said, children }: Place, language: string): [Said, Json[]][] {
  const below = nested(children, language);
  return said.length > 0 ? said.map((one, n) => [one, n === 0 ? below : []]) : [[undefined, below]];
}

function answersOf(said: Said, below: Json[]): Json[] {
  const made = said?.declined ? [DECLINED] : (said?.answer ?? []).map(value);
  return below.length > 0 ? [{ ...made[0], item: below }, ...made.slice(1)] : made;
}

/** The answers of one statement, each with who said it. */
function apart(said: Said, below: Json[]): Json[] {
  const made = answersOf(said, below);
  return said ? made.map((one) => ({ ...one, extension: [...((one["extension"] as object[] | undefined) ?? []), ...by(said, WRITTEN_BY)] })) : made;
}

/** What is empty is left out, inside a coding and a quantity too. */
const value = (answer: Answer): Json =>
  Object.fromEntries(
    Object.entries(answer).flatMap(([name, one]) =>
      one === null || one === undefined ? [] : [[name, typeof one === "object" ? only(one as unknown as Json) : (one as unknown)]],
    ),
  );

const by = ({ writtenBy, saidBy, authored }: ResponseItem, author: string): Json[] => [
  { url: author, valueReference: person(writtenBy) },
  { url: SAID_BY, valueReference: person(saidBy) },
  { url: AUTHORED, valueDateTime: authored },
];

const person = ({ kind, name, relation }: Speaker) =>
  only({ extension: relation ? [{ url: RELATION, valueString: relation }] : undefined, type: KIND[kind], display: name });
