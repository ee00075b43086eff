//! Declares the functions of the element's script that the widget calls.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const HOST: &str = r#"
/** The functions of the element's script that the widget calls. */
export interface Host {
  /** The address of the plain guide. */
  readonly guide: string;
  /** The date of the build of the widget as `YYYY-MM-DD`. */
  readonly built?: string;
  /** The date of the visitor's device as `YYYY-MM-DD`, or an empty string. */
  readonly today: string;
  /** True in a frame that reports no steps. The widget then adds no entries to the history. */
  readonly quiet: boolean;
  /** Calls a function while the browser's original properties replace those of the host page. */
  run<T>(call: () => T): T;
  /** Returns the value of an attribute of the element. */
  attribute(name: string): string | null | undefined;
  /** Writes a line to the browser's console, for the author of the host page. */
  warn(line: string): void;
  /**
   * Tells the page the index of the screen that the visitor sees, and if it is a result (`end`).
   * The page learns nothing else about the journey.
   */
  reportStep(index: number, end: boolean): void;
  /**
   * Prints the element `[data-summary]`, or copies or saves `text`. `method` is `print`, `copy` or
   * `save`. Then calls `exported` of the widget's handle.
   */
  exportSummary(method: string, text: string): void;
  /** Leaves the page at once: the browser replaces it by the page at `address`. */
  exit(address: string): void;
  /** Reports that the widget's module panicked. No script may call its functions again. */
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
