// An id → the element of this page that has it.

export const at = (id) => document.getElementById(id);
