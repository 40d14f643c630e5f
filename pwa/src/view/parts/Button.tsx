import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface Look {
  /** One main action a screen; the rest is second or plain. */
  kind?: "main" | "second" | "plain";
  wide?: boolean;
  icon?: IconName;
  children: ComponentChildren;
}
type Attributes = Omit<JSX.IntrinsicElements["button"], "class" | "icon" | "size">;

export function Button({ kind = "main", wide, icon, children, ...rest }: Look & Attributes) {
  return (
    <button type="button" class={look(kind, wide)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A way to another page, or a telephone number (`tel:`). */
export function ButtonLink({ kind = "main", wide, icon, children, ...rest }: Look & { href: string; id?: string }) {
  return (
    <a class={look(kind, wide)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

const look = (kind: string, wide?: boolean): string => `button ${kind}${wide ? " wide" : ""}`;
