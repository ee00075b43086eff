// Compiles the widget's Sass and writes the stylesheet for its shadow root to standard output.
//
// node compile.mjs WIDGET_SCSS SASS_LIBRARY [MARKUP_FOLDER…]
//
// Classes that no markup names are left out; without a folder of markup all stay.
import * as sass from 'sass'
import { forShadowRoot, withoutUnused } from './fit.mjs'

const [source, library, ...folders] = process.argv.slice(2)
const { css } = sass.compile(source, { loadPaths: [library], quietDeps: true })
const markup = folders.map((folder) => `${folder}/**/*.{rs,js}`)
const fitting = forShadowRoot(css)
process.stdout.write(markup.length === 0 ? fitting : await withoutUnused(fitting, markup))
