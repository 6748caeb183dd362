"use client";

import { useEffect } from "react";
import { answer } from "../answer.js";
import { look } from "../look.js";

export default function Page() {
  useEffect(() => {
    globalThis.looked = look(answer);
  }, []);
  return <main>Looked at in the browser.</main>;
}
