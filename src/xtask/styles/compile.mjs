// Compiles the widget's Sass, and prints the stylesheet for its shadow root.
//
// node compile.mjs WIDGET_SCSS SASS_LIBRARY [MARKUP_FOLDER…]
//
// Only the classes in the files of the markup folders remain in the stylesheet. Without a markup
// folder, every class remains.
import * as sass from 'sass'
import { forShadowRoot, withoutUnused } from './fit.mjs'

const [source, library, ...folders] = process.argv.slice(2)
const { css } = sass.compile(source, { loadPaths: [library], quietDeps: true })
const markup = folders.map((folder) => `${folder}/**/*.{rs,js}`)
const fitting = forShadowRoot(css)
process.stdout.write(markup.length === 0 ? fitting : await withoutUnused(fitting, markup))
