/** Runs single expressions: what they begin at, and what they may speak of with a `%`. */
import { LAUNCH_CONTEXT, named } from "../extensions.ts";
import type { Form, Node } from "../form.ts";
import { cut } from "../places.ts";
import type { Questionnaire } from "../resource.ts";
import { type Compiled, compiled, type Found } from "./library.ts";
import type { Seen } from "./response.ts";
import type { Written } from "./written.ts";

const ITEM = "QuestionnaireResponse.item";

/** Gives what an expression gives at a place. Throws where it, or a variable that it uses, is broken. */
export type Run = (one: Written, within: string, there: Seen) => Found;

/** `trying` hears of each expression that is about to run. */
export function running(form: Form, given: string, trying: (id: number) => void): Run {
  const read = new Map<number, Compiled>();
  const questionnaire = withSystems(form);
  const patient = { resourceType: "Patient", ...(given && { name: [{ given: [given] }] }) };
  // What the form would like to know of whoever opened it, and the phone does not have.
  const unknown = named(form.questionnaire, LAUNCH_CONTEXT).flatMap((one) => {
    const name = one.extension?.find(({ url }) => url === "name");
    return name?.valueCoding?.code ?? name?.valueCode ?? [];
  });
  let items: Map<string, unknown> | undefined;

  /** The form's own items, as the library likes them. */
  function qitem(node: Node): unknown {
    items ??= new Map(compiled("repeat(item)")(questionnaire, {}).map((one) => [(one as { data: { linkId: string } }).data.linkId, one]));
    return items.get(node.item.linkId);
  }

  function variable(one: Written, within: string, there: Seen): Found {
    try {
      return known(one, within, there);
    } catch (error) {
      throw new Error(`%${one.name}: ${(error as Error).message}`, { cause: error });
    }
  }

  const known: Run = (one, within, there) => {
    const place = `${one.id}\n${one.node ? cut(within, one.node.where) : ""}`;
    const found = (there.known.get(place) as Found | undefined) ?? run(one, within, there);
    there.known.set(place, found);
    return found;
  };

  const run: Run = (one, within, there) => {
    const { node, text } = one;
    const names: Record<string, unknown> = { resource: there.root, questionnaire, ...Object.fromEntries(unknown.map((name) => [name, []])), patient };
    if (node && text.includes("%qitem")) names["qitem"] = qitem(node);
    // The innermost comes last in the form and first in the list.
    for (const each of [...one.variables].reverse()) names[each.name] = variable(each, within, there);
    trying(one.id);
    const path = read.get(one.id) ?? compiled(text, node && ITEM);
    read.set(one.id, path);
    return path(node ? there.at(node, within) : there.root, names);
  };
  return known;
}

/** The library would ask a server for the weight of a code that has none here: it is told that all codes are here. */
function withSystems({ questionnaire, nodes }: Form): Questionnaire {
  const systems = new Set([...nodes.values()].flatMap(({ options }) => options.flatMap(({ valueCoding }) => valueCoding?.system ?? [])));
  const known = questionnaire.contained ?? [];
  const empty = [...systems].filter((url) => !known.some((one) => (one as { url?: string }).url === url && one.resourceType === "CodeSystem"));
  return { ...questionnaire, contained: [...known, ...empty.map((url) => ({ resourceType: "CodeSystem", url, concept: [] }))] };
}
