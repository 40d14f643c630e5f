const FILLED_IN = "textarea, input:not([type=radio], [type=checkbox], [type=button])";
const IN_THE_MIDDLE = /^\/(i$|p\/(form|talk|send)\/)/;

/** Words in a field, or in the middle of a form or of signing in: no moment to begin a page anew. */
export function halfWritten(path: string, page: ParentNode): boolean {
  if (IN_THE_MIDDLE.test(path)) return true;
  return [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FILLED_IN)].some(({ value }) => value !== "");
}
