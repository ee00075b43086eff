//! The custom element's script, as the widget sees it.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const HOST: &str = r#"
/** What the widget asks of the page that it stands in. */
export interface Host {
  /** The address of the plain guide. */
  readonly guide: string;
  /** The day of the build as `YYYY-MM-DD`: today is no earlier. */
  readonly built?: string;
  /** Today as `YYYY-MM-DD`, or empty if nobody knows. */
  readonly today: string;
  /** What the page's author wrote on the element. */
  attribute(name: string): string | null | undefined;
  /** A line for the page's author. */
  complain(line: string): void;
  /** A screen is shown; `end` if it is a result. Nothing else ever leaves. */
  shown(index: number, end: boolean): void;
  /** Goes back in the browser's history; `false` if that is not possible. */
  back(): boolean;
  /**
   * Prints, copies or saves what stands in `[data-summary]`, as `text` reads; `how` is `print`,
   * `copy` or `save`. Answers with `kept`.
   */
  keep(how: string, text: string): void;
  /** Covers the page, and puts the one at `address` in its place. */
  leave(address: string): void;
  /** The widget is dead. None of its functions may be called again. */
  failed(code: string, detail: string): void;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// What the widget asks of the page that it stands in.
    #[wasm_bindgen(typescript_type = "Host")]
    #[derive(Clone, Debug)]
    pub type Host;

    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn guide(this: &Host) -> String;
    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn built(this: &Host) -> Option<String>;
    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn today(this: &Host) -> String;
    #[wasm_bindgen(method, structural)]
    pub(super) fn attribute(this: &Host, name: &str) -> Option<String>;
    #[wasm_bindgen(method, structural)]
    pub(super) fn complain(this: &Host, line: &str);
    #[wasm_bindgen(method, structural)]
    pub(super) fn shown(this: &Host, index: u32, end: bool);
    #[wasm_bindgen(method, structural)]
    pub(super) fn back(this: &Host) -> bool;
    #[wasm_bindgen(method, structural)]
    pub(super) fn leave(this: &Host, address: &str);
    #[wasm_bindgen(method, structural)]
    pub(super) fn keep(this: &Host, how: &str, text: &str);
}
