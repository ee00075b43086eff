//! The script of the custom element, which the widget calls.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const HOST: &str = r#"
/** The page around the widget. */
export interface Host {
  /** The address of the plain guide. */
  readonly guide: string;
  /** The day of the build as `YYYY-MM-DD`. */
  readonly built?: string;
  /** The device's day as `YYYY-MM-DD`, or empty. */
  readonly today: string;
  /** Whether the page around a frame learns nothing, so that the history stays as it is. */
  readonly quiet: boolean;
  /** Calls a function while no property of the browser is replaced by the page. */
  run<T>(call: () => T): T;
  /** An attribute of the element. */
  attribute(name: string): string | null | undefined;
  /** Writes a line for the page's author. */
  complain(line: string): void;
  /** Reports the step on screen; `end` if it is a result. The widget reports nothing else. */
  shown(index: number, end: boolean): void;
  /**
   * Prints `[data-summary]`, or copies or saves its `text`; `how` is `print`, `copy` or `save`.
   * Calls `kept` of the widget afterwards.
   */
  keep(how: string, text: string): void;
  /** Hides the page and replaces it with the one at `address`. */
  leave(address: string): void;
  /** Reports that the module is dead: none of its functions may be called again. */
  failed(code: string, detail: string): void;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// The page around the widget.
    #[wasm_bindgen(typescript_type = "Host")]
    #[derive(Clone, Debug)]
    pub type Host;

    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn guide(this: &Host) -> String;
    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn built(this: &Host) -> Option<String>;
    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn today(this: &Host) -> String;
    #[wasm_bindgen(method, structural, getter)]
    pub(super) fn quiet(this: &Host) -> bool;
    #[wasm_bindgen(method, structural)]
    pub(super) fn attribute(this: &Host, name: &str) -> Option<String>;
    #[wasm_bindgen(method, structural)]
    pub(super) fn complain(this: &Host, line: &str);
    #[wasm_bindgen(method, structural)]
    pub(super) fn shown(this: &Host, index: u32, end: bool);
    #[wasm_bindgen(method, structural)]
    pub(super) fn leave(this: &Host, address: &str);
    #[wasm_bindgen(method, structural)]
    pub(super) fn keep(this: &Host, how: &str, text: &str);
}
