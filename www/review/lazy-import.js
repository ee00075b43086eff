// A part of the page that is large, and that not everybody needs: it comes when somebody does.

export const part = (name) => import(new URL("review/" + name + ".js", import.meta.url).href);
