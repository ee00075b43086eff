// Adapts a page's stylesheet to a shadow root of any width, in a page with any text size.
import postcss from 'postcss'
import { PurgeCSS } from 'purgecss'

// The widget's own `rem`. `:host` wins against every rule of a host page, and the script of the
// element sets this length to the text size that the visitor chose.
const OWN_REM = '--rem'
const USUAL_TEXT_SIZE = '16px !important'

const STRING_OR_REM = /("[^"]*"|'[^']*')|(?<![\w.-])([-+]?(?:\d*\.)?\d+)rem(?![\w-])/g
const NAMES_THE_PAGE = /:root|(?<![\w.#"'=-])(html|body)(?![\w-])/
const ASKS_ONLY_WIDTH = /^\((min|max)-width:[^)]*\)( and \((min|max)-width:[^)]*\))*$/
const INTERNET_EXPLORER = /screen[^\s),]/

/** Lengths in `rem` as multiples of the widget's own; strings stay. */
function inOwnRem(value) {
  return value.replace(STRING_OR_REM, (text, string, number) => {
    if (string) return string
    if (Number(number) === 0) return '0px'
    return Number(number) === 1 ? `var(${OWN_REM})` : `calc(var(${OWN_REM}) * ${number})`
  })
}

/** A page's stylesheet as one for a shadow root. */
export function forShadowRoot(css) {
  const root = postcss.parse(css)
  root.walkAtRules('charset', (rule) => rule.remove())
  root.walkAtRules('media', (rule) => {
    if (INTERNET_EXPLORER.test(rule.params)) rule.remove()
    // The widget's own width decides, not the viewport's.
    if (ASKS_ONLY_WIDTH.test(rule.params)) rule.name = 'container'
  })
  root.walkRules((rule) => {
    // Selectors of the page itself match nothing in a shadow root, or match the host.
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

/** The stylesheet without the classes that no source names in full. `content` is PurgeCSS's. */
export async function withoutUnused(css, content) {
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content,
    defaultExtractor: (source) => source.match(/[\w-]+/g) ?? [],
    // Elements and pseudo-classes stay: the host page chooses the level of headings.
    safelist: [/^:/, /^[a-z]+[1-6]?$/],
  })
  return purged.css
}
