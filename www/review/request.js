// Three files → what the core reads and proves a pathway from.

import { today } from "../element/today.js";

/** Takes their bytes in the order of `KINDS`, and what the trust's file is called, if there is one. */
export const given = ([pathway, words, trust], name) => ({ pathway, words, trust, name, today: today() });
