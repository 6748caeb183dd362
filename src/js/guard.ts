/**
 * The one place between callers and the generated glue, which takes a module that is not loaded for `undefined` and
 * a freed handle for a null pointer.
 *
 * @module
 */
import { invoscopeError } from "./invoscope-error.ts";

let isReady = false;

/** Told by whatever loaded the module. */
export function markReady(): void {
  isReady = true;
}

function assertReady(): void {
  if (!isReady) throw invoscopeError("not-ready", "expected the module to be loaded: await init() first");
}

type Method = (...args: unknown[]) => unknown;

/** The function, which throws `not-ready` before `init()`. */
export function guarded<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    assertReady();
    return call(...args);
  };
}

type HandleClass = new (...args: never[]) => { free(): void };

/**
 * The class, whose constructor throws `not-ready` before `init()`, whose members throw `invalid-handle` once it is
 * freed, and whose `free` may be called twice: `using` does after an early `free()`.
 */
export function guardedClass<C extends HandleClass>(handle: C): C {
  const { prototype } = handle;
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    // `__…` are the glue's own.
    if (name === "constructor" || name.startsWith("__")) continue;
    const checked = (call: Method) => onLiveHandle(handle, name, call);
    if (typeof member.value === "function") member.value = checked(member.value);
    if (member.get !== undefined) member.get = checked(member.get);
    Object.defineProperty(prototype, name, member);
  }
  if (Symbol.dispose) prototype[Symbol.dispose] = prototype.free;
  return new Proxy(handle, {
    construct(target, args, newTarget): object {
      assertReady();
      return Reflect.construct(target, args, newTarget);
    },
  });
}

function onLiveHandle(handle: HandleClass, name: string, call: Method): Method {
  return function (this: unknown, ...args: unknown[]): unknown {
    if (!(this instanceof handle)) {
      throw invoscopeError("invalid-handle", `expected ${name} of a ${handle.name}, found another object`);
    }
    // What wasm-bindgen leaves of a freed struct.
    if ("__wbg_ptr" in this && this.__wbg_ptr === 0) {
      if (name === "free") return undefined;
      throw invoscopeError("invalid-handle", `expected a ${handle.name}, found one that was freed`);
    }
    return call.apply(this, args);
  };
}
