/** What an expression gave, as answers to a question of its type. */
import type { Answer } from "../../wire.ts";
import { first, MAX_DECIMALS, UNIT } from "../extensions.ts";
import { isChoice, type Node } from "../form.ts";
import type { Coding, Item, Option } from "../resource.ts";

const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const TIME = /^\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const QUANTITY = /^(-?\d+(?:\.\d+)?) '(.+)'$/;
const UCUM = "http://unitsofmeasure.org";

/** Throws a sentence for who made the form where something does not fit the question. */
export function answersOf(node: Node, values: readonly unknown[]): Answer[] {
  const { item } = node;
  if (values.length > 1 && !item.repeats) throw new Error(`${values.length} values for a question with one answer`);
  return values.map((value) => {
    const answer = isChoice(item) || node.options.length > 0 ? chosen(node, value) : answerOf(item, value);
    if (!answer) throw new Error(`${JSON.stringify(value)} is no answer of type ${item.type}`);
    return answer;
  });
}

function answerOf(item: Item, value: unknown): Answer | undefined {
  const text = typeof value === "string" ? value : "";
  switch (item.type) {
    case "boolean":
      return typeof value === "boolean" ? { valueBoolean: value } : undefined;
    case "integer":
      return Number.isInteger(value) ? { valueInteger: value as number } : undefined;
    case "decimal":
      return typeof value === "number" ? { valueDecimal: rounded(item, value) } : undefined;
    case "date":
      return DATE.test(text) ? { valueDate: text } : undefined;
    case "dateTime":
      return DATE.test(text) || MOMENT.test(text) ? { valueDateTime: text.replace(/-00:00$/, "Z") } : undefined;
    case "time":
      return TIME.test(text) ? { valueTime: text.length === 5 ? `${text}:00` : text } : undefined;
    case "string":
    case "text":
      return typeof value === "string" || typeof value === "number" ? { valueString: String(value) } : undefined;
    case "url":
      return text ? { valueUri: text } : undefined;
    case "quantity":
      return quantity(item, value);
    default:
      return undefined;
  }
}

/** A number without a unit is in the item's own. */
function quantity(item: Item, value: unknown): Answer | undefined {
  const own = first(item, UNIT)?.valueCoding;
  const unit = own && { ...text("unit", own.display ?? own.code), ...text("system", own.system), ...text("code", own.code) };
  if (typeof value === "number") return { valueQuantity: { value: rounded(item, value), ...unit } };
  const [, amount, code] = (typeof value === "string" && QUANTITY.exec(value)) || [];
  if (amount !== undefined && code !== undefined) {
    return { valueQuantity: { value: rounded(item, Number(amount)), ...(code === own?.code ? unit : { unit: code, system: UCUM, code }) } };
  }
  const given = value as { value?: unknown; unit?: string; system?: string; code?: string } | null;
  if (typeof given !== "object" || typeof given?.value !== "number") return undefined;
  return { valueQuantity: { value: rounded(item, given.value), ...text("unit", given.unit), ...text("system", given.system), ...text("code", given.code) } };
}
const text = (name: string, value: string | undefined): Record<string, string> => (value ? { [name]: value } : {});

/** A code alone is enough where the question offers it. */
function chosen({ item, options }: Node, value: unknown): Answer | undefined {
  const code = isCoding(value) ? value.code : value;
  const offered = options.find(({ valueCoding }) => valueCoding?.code !== undefined && valueCoding.code === code)?.valueCoding ?? (isCoding(value) ? value : undefined);
  if (offered?.code) return { valueCoding: { code: offered.code, ...text("system", offered.system), ...text("display", offered.display) } };
  return typeof value === "string" && (item.type === "open-choice" || options.some(({ valueString }) => valueString === value)) ? { valueString: value } : undefined;
}

const isCoding = (value: unknown): value is Coding => typeof value === "object" && value !== null && typeof (value as Coding).code === "string";

/** To as many decimals as the question takes. */
function rounded(item: Item, value: number): number {
  const most = first(item, MAX_DECIMALS)?.valueInteger;
  return most === undefined ? value : Math.floor(value * 10 ** most + 0.5) / 10 ** most;
}

/** What an answerExpression offers. */
export function optionsOf({ item }: Node, values: readonly unknown[]): Option[] {
  return values.map((value) => {
    if (isCoding(value)) return { valueCoding: value };
    if (typeof value === "number" && Number.isInteger(value)) return { valueInteger: value };
    if (typeof value === "string") return item.type === "date" ? { valueDate: value } : { valueString: value };
    throw new Error(`${JSON.stringify(value)} can not be offered`);
  });
}

/** Whether two lists of answers say the same. */
export const alike = (one: readonly Answer[], other: readonly Answer[]): boolean => JSON.stringify(one.map(ordered)) === JSON.stringify(other.map(ordered));
const ordered = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, ordered(inner)])
    : value;
