// Changes a stylesheet that is made for whole pages, so that it works in a shadow root of any
// width.
import postcss from 'postcss'
import { PurgeCSS } from 'purgecss'

// The property that the widget's styles use instead of `rem`. A script sets it to the text size
// that the visitor chose. It is on `:host`, which wins against the rules of a host page.
const OWN_REM = '--rem'
const USUAL_TEXT_SIZE = '16px !important'

const STRING_OR_REM = /("[^"]*"|'[^']*')|(?<![\w.-])([-+]?(?:\d*\.)?\d+)rem(?![\w-])/g
const NAMES_THE_PAGE = /:root|(?<![\w.#"'=-])(html|body)(?![\w-])/
const ASKS_ONLY_WIDTH = /^\((min|max)-width:[^)]*\)( and \((min|max)-width:[^)]*\))*$/
const INTERNET_EXPLORER = /screen[^\s),]/

/** Replaces lengths in `rem` by multiples of the widget's own property. Text in quotes stays. */
function inOwnRem(value) {
  return value.replace(STRING_OR_REM, (text, string, number) => {
    if (string) return string
    if (Number(number) === 0) return '0px'
    return Number(number) === 1 ? `var(${OWN_REM})` : `calc(var(${OWN_REM}) * ${number})`
  })
}

/** Changes a stylesheet that is made for whole pages into one for a shadow root. */
export function forShadowRoot(css) {
  const root = postcss.parse(css)
  root.walkAtRules('charset', (rule) => rule.remove())
  root.walkAtRules('media', (rule) => {
    if (INTERNET_EXPLORER.test(rule.params)) rule.remove()
    // The width of the widget decides which rules apply, and not the width of the window.
    if (ASKS_ONLY_WIDTH.test(rule.params)) rule.name = 'container'
  })
  root.walkRules((rule) => {
    // In a shadow root, a selector such as `html` matches nothing, or it matches the host page.
    const kept = rule.selectors.filter((selector) => !NAMES_THE_PAGE.test(selector))
    if (kept.length === 0) rule.remove()
    else rule.selectors = kept
  })
  root.walkDecls((declaration) => {
    declaration.value = inOwnRem(declaration.value)
  })
  root.prepend(`:host { ${OWN_REM}: ${USUAL_TEXT_SIZE} }`)
  return root.toString()
}

/**
 * Removes every class that no source file contains. `content` lists the source files in the format
 * of PurgeCSS.
 */
export async function withoutUnused(css, content) {
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content,
    defaultExtractor: (source) => source.match(/[\w-]+/g) ?? [],
    // Rules for HTML elements and pseudo-classes stay in the stylesheet, because the host page
    // chooses the level of the headings.
    safelist: [/^:/, /^[a-z]+[1-6]?$/],
  })
  return purged.css
}
