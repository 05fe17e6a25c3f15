// What the components hand to each other, beside the answers of the HTTP API.
import type { ComponentChildren } from "preact";

declare global {
  /** What stands between a component's tags. */
  type Children = ComponentChildren;
  /** An event at an element of this kind, or at one inside of it. */
  type EventOf<Target extends EventTarget, Kind extends Event = Event> = Kind & {
    readonly target: Target;
  };
  type Setter<Value> = (value: Value) => unknown;
  /** Sets one of an object's values, by its name. */
  type KeySetter<Values> = <Key extends keyof Values>(key: Key) => (value: Values[Key]) => void;
  /** Whether a setting of the recipe, such as "acquisition.roi", waits to be applied. */
  type IsChanged = (key: string) => boolean;
  /** What the station refused, by the place in what was sent. */
  type Problems = Record<string, string[]>;

  /** Width and height in pixels. */
  type Size = { width: number; height: number };
  type Point = { x: number; y: number };
  /** What a training from the shown version needs to know of the page. */
  type Learning = {
    dataset: string | undefined;
    /** Changes when there may be other pictures: some were added, a job ended. */
    state: string;
    disabled: boolean;
    onStart: Setter<Job>;
  };
}
