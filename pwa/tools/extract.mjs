// Prints every message of the web app as JSON, and by file and line what could not be translated as it stands:
// node extract.mjs ROOT SOURCES
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Visitor, parseSync } from "vite";

/** Which arguments of a call are messages: context, singular, plural. */
const CALLS = {
  _: { msgid: 0 },
  pgettext: { context: 0, msgid: 1 },
  ngettext: { msgid: 0, plural: 1 },
};
const SPOKEN = new Set(["alt", "aria-description", "aria-label", "aria-placeholder", "label", "placeholder", "title"]);
const OUR_NAME = "Viktig";

const [root, sources] = process.argv.slice(2);
const found = [];
const faults = [];

try {
  for (const path of readdirSync(sources, { recursive: true }).sort()) {
    if (/\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path)) read(join(sources, path));
  }
  process.stdout.write(JSON.stringify({ found, faults }));
} catch (error) {
  console.error(error instanceof SyntaxError ? error.message : error);
  process.exitCode = 1;
}

function speaks(text) {
  return /\p{L}/u.test(text.replaceAll(OUR_NAME, ""));
}

function read(path) {
  const text = readFileSync(path, "utf8");
  const file = relative(root, path).split(sep).join("/");
  const line = (node) => text.slice(0, node.start).split("\n").length;
  const fault = (node, words) => faults.push(`${file}:${line(node)}: ${words}`);
  const { program, errors } = parseSync(path, text);
  // Not a fault among others: half a file would lose the translations of the other half
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map((error) => error.message).join(", ")}`);

  new Visitor({
    CallExpression(call) {
      const name = call.callee.type === "Identifier" ? call.callee.name : "";
      if (!Object.hasOwn(CALLS, name)) return;
      const message = { file, line: line(call) };
      for (const [part, position] of Object.entries(CALLS[name])) {
        const node = call.arguments[position];
        if (node?.type !== "Literal" || typeof node.value !== "string" || node.value === "") {
          fault(call, `${name}() takes the words themselves in quotation marks, not an expression`);
          return;
        }
        message[part] = node.value;
      }
      found.push(message);
    },
    JSXText(node) {
      if (speaks(node.value)) fault(node, `"${node.value.trim()}" stands outside _()`);
    },
    JSXAttribute(node) {
      const words = node.value?.type === "Literal" ? node.value.value : "";
      if (SPOKEN.has(node.name.name) && speaks(words)) fault(node, `"${words}" stands outside _()`);
    },
  }).visit(program);
}
