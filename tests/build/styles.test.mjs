// Tests the script that prepares the NHS styles for a shadow root.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forShadowRoot, withoutUnused } from '../../src/xtask/styles/fit.mjs'

const oneLine = (css) => css.replace(/\s+/g, ' ').trim()

function fits(css, wanted) {
  const fitted = oneLine(forShadowRoot(css))
  assert.equal(fitted, oneLine(`:host { --rem: 16px !important } ${wanted}`))
}

async function keeps(css, wanted) {
  const source = 'class="nhs-card nhs-card--big nhs-radios__item"'
  assert.equal(oneLine(await withoutUnused(css, [{ raw: source, extension: 'rs' }])), wanted)
}

test('a length never depends on the text size of the host page', () => {
  fits(
    'p { font-size: 1.1875rem !important; margin: -0.125rem 0 1rem; padding: 0rem }',
    `p { font-size: calc(var(--rem) * 1.1875) !important;
      margin: calc(var(--rem) * -0.125) 0 var(--rem); padding: 0px }`,
  )
  fits(
    'p { max-width: calc(100% - 2.75rem + .5rem) }',
    'p { max-width: calc(100% - calc(var(--rem) * 2.75) + calc(var(--rem) * .5)) }',
  )
})

test('words that only look like a length stay', () => {
  const css = 'p { animation: theorem 1s; content: "2rem"; width: 1em }'
  fits(css, css)
})

test('rules for the page itself are left out', () => {
  fits(':root { --a: 1 } html { margin: 0 } body { margin: 0 }', '')
  fits('body:not(.x) .a, .nhsuk-body, .b-html:is(p, body) { top: 0 }', '.nhsuk-body { top: 0 }')
})

test('rules for Internet Explorer alone are left out', () => {
  fits('@media screen\\0 { p { top: 0 } }', '')
})

test('the width of the widget decides on the layout', () => {
  fits(
    '@media (min-width: 40em) { p { top: 0 } }',
    '@container (min-width: 40em) { p { top: 0 } }',
  )
  for (const css of [
    '@media print and (min-width: 40em) { p { top: 0 } }',
    '@media (hover: none) { p { top: 0 } }',
  ]) {
    fits(css, css)
  }
})

test('classes that no element has are left out', async () => {
  await keeps('.nhs-card {a:b} .nhs-image {a:b}', '.nhs-card {a:b}')
  await keeps('.nhs-card .nhs-image, .nhs-card--big {a:b}', '.nhs-card--big {a:b}')
  await keeps('@media print { .nhs-image {a:b} } p {a:b}', 'p {a:b}')
  await keeps('.nhs-radios__item:after {a:b} .nhs-radios__hint {a:b}', '.nhs-radios__item:after {a:b}')
})

test('a class inside :not() decides nothing, one inside :is() does', async () => {
  await keeps('.nhs-card:not(.nhs-image) {a:b}', '.nhs-card:not(.nhs-image) {a:b}')
  await keeps('.nhs-card:is(.nhs-image, .nhs-card--big) .nhs-image {a:b}', '')
})

test('elements and pseudo-classes stay', async () => {
  await keeps(':host {a:b} h6 {a:b} :focus {a:b}', ':host {a:b} h6 {a:b} :focus {a:b}')
})
