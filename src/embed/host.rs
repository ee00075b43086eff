//! The functions of the custom element's script that the widget calls.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const HOST: &str = r#"
/** The page around the widget. */
export interface Host {
  /** The address of the plain guide. */
  readonly guide: string;
  /** The date of the build as `YYYY-MM-DD`. */
  readonly built?: string;
  /** The device's date as `YYYY-MM-DD`, or an empty string. */
  readonly today: string;
  /** True in a frame that reports no steps. The widget then adds no entries to the history. */
  readonly quiet: boolean;
  /** Calls a function with the browser's original properties, even if the page replaced some. */
  run<T>(call: () => T): T;
  /** Returns the value of an attribute of the element. */
  attribute(name: string): string | null | undefined;
  /** Writes a line to the console for the author of the page. */
  warn(line: string): void;
  /** Reports the screen that shows. `end` is true for a result. The widget reports nothing else. */
  reportStep(index: number, end: boolean): void;
  /**
   * Prints `[data-summary]`, or copies or saves `text`; `method` is `print`, `copy` or `save`.
   * Then calls the widget's `exported`.
   */
  exportSummary(method: string, text: string): void;
  /** Hides this page and opens the page at `address` instead. */
  exit(address: string): void;
  /** Reports that the module panicked. Nobody may call its functions again. */
  reportPanic(detail: string): void;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// The object that the script of the element passes to the widget.
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
    pub(super) fn warn(this: &Host, line: &str);
    #[wasm_bindgen(method, structural, js_name = reportStep)]
    pub(super) fn report_step(this: &Host, index: u32, end: bool);
    #[wasm_bindgen(method, structural)]
    pub(super) fn exit(this: &Host, address: &str);
    #[wasm_bindgen(method, structural, js_name = exportSummary)]
    pub(super) fn export_summary(this: &Host, method: &str, text: &str);
}
