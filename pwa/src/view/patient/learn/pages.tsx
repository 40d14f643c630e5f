import { Learn } from "./Learn.tsx";
import { ModulePage } from "./ModulePage.tsx";
import "./learn.css";

/** The pages below /p/learn: what there is, or one module, perhaps at one of its screens. */
export function LearnPages({ id, screen }: { id: string; screen: string }) {
  return id ? <ModulePage key={`${id} ${screen}`} id={id} screen={Number.parseInt(screen, 10)} /> : <Learn />;
}
