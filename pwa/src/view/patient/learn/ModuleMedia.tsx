import type { Module } from "../../../domain/module.ts";
import { Player } from "../form/Media.tsx";

/** Sound and film that an organisation has put beside the text. */
export function ModuleMedia({ module: { media = [] } }: { module: Module }) {
  return (
    <>
      {media.map(({ kind, path, title }) => (
        <Player key={path} film={kind === "film"} file={`/content/${path}`} label={title} />
      ))}
    </>
  );
}
