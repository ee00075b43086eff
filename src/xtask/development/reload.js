// Reloads the page after a development build, and shows a message if the build failed. Only `cargo
// xtask serve` adds this script to a page.

const notice = document.createElement("p");
notice.setAttribute("role", "alert");
notice.style.cssText =
  "position:fixed;z-index:9;inset:auto 0 0;margin:0;padding:12px;font:16px sans-serif;background:#d5281b;color:#fff";
notice.textContent = "The last build failed: see the terminal. This page is from the last build that worked.";

// Of the pages that reload, only the review page loads the modules that are built after the demo
// page.
const usesOthers = location.pathname.endsWith("/review.html");

let shown;

new EventSource("/development/events").onmessage = ({ data }) => {
  const { page, others, failed } = JSON.parse(data);
  const build = usesOthers ? page + " " + others : page;
  if (shown !== undefined && shown !== build) location.reload();
  shown = build;
  if (failed) document.body.append(notice);
  else notice.remove();
};
