//! Makes a visitor's journey from the start page to the result.

use crate::{
    input::{ENTER, Hand, SPACE},
    page::Page,
};
use serde_json::{Value, json};

/// A JavaScript condition that is true when the three telephone numbers of the help are visible
/// links.
const HELP: &str = "[['999', '999'], ['111', '111'], ['116 123', '116123']].every(([number, tel]) =>
    [...root().querySelectorAll(`a[href='tel:${tel}']`)].some((link) => link.textContent.includes(number) && link.checkVisibility()))";

impl Page {
    /// Presses Start, and waits for the first question.
    pub async fn start(&self, hand: Hand) {
        self.until("q('[data-action=start]')").await;
        self.use_control(hand, "[data-action=start]", ENTER).await;
        self.until("q('[data-question]')").await;
    }

    /// Waits until the screen is a question, and returns the id of the question.
    pub async fn question(&self) -> String {
        let question = self.until("q('[data-question]').dataset.question").await;
        question.as_str().unwrap().to_string()
    }

    /// Returns true if the screen is a result.
    pub async fn shows_result(&self) -> bool {
        self.run("return !!q('[data-screen=result]')").await == json!(true)
    }

    /// Picks these options of the question on the screen.
    pub async fn pick(&self, hand: Hand, options: &[String]) {
        for option in options {
            let css = format!("input[value=\"{option}\"]");
            let input = format!("q({})", json!(css));
            match hand {
                Hand::Mouse => {
                    let label = format!("q('label[for=\"' + {input}.id + '\"]')");
                    self.click_on(&label).await;
                }
                Hand::Keyboard => {
                    let kind = self.until(&format!("{input}.type")).await;
                    if kind == json!("radio") {
                        self.pick_radio_by_keys(&css).await;
                    } else {
                        self.use_control(hand, &css, SPACE).await;
                    }
                }
            }
            self.until(&format!("{input}.checked")).await;
        }
    }

    /// Presses Continue, and waits for the next screen.
    pub async fn go_on(&self, hand: Hand) {
        let question = self.question().await;
        self.use_control(hand, "[data-action=continue]", ENTER)
            .await;
        self.until(&format!(
            "!q('[data-question={question}]') && q('[data-question], [data-screen=result]')"
        ))
        .await;
    }

    /// Returns the options in `answers` for a question. If there are none, returns the last option
    /// on the screen.
    pub async fn options_for(&self, question: &str, answers: &Value) -> Vec<String> {
        match &answers[question] {
            Value::String(option) => vec![option.clone()],
            Value::Array(_) => serde_json::from_value(answers[question].clone()).unwrap(),
            _ => {
                let last = "return [[...root.querySelectorAll('form input')].pop().value]";
                self.texts(last).await
            }
        }
    }

    /// Answers every question until the result. `answers` must contain an answer for each question.
    pub async fn answer_all(&self, hand: Hand, answers: &Value) {
        loop {
            self.check_screen().await;
            if self.shows_result().await {
                return;
            }
            let question = self.question().await;
            assert!(
                answers.get(&question).is_some(),
                "{question} has no answer in {answers}"
            );
            let options = self.options_for(&question, answers).await;
            self.pick(hand, &options).await;
            self.go_on(hand).await;
        }
    }

    /// Waits for the result, and returns the ids of its outcomes.
    pub async fn outcomes(&self) -> Vec<String> {
        self.until("q('[data-screen=result]')").await;
        self.texts("return [...root.querySelectorAll('[data-outcome]')].map((card) => card.dataset.outcome)").await
    }

    /// Waits until the screen shows the help and its heading has the focus. Every screen must have
    /// both.
    pub async fn check_screen(&self) {
        self.until(&format!(
            "{HELP} && /^H[1-6]$/.test(root().activeElement.nodeName)"
        ))
        .await;
    }

    /// Waits until the three telephone numbers of the help are visible links.
    pub async fn until_help(&self) {
        self.until(HELP).await;
    }

    /// Waits until the widget has failed. It then shows the help, the link to the plain guide, how
    /// to leave, and no question.
    pub async fn until_failed(&self) {
        self.until("q('a[href$=\"plain.html\"]').checkVisibility()")
            .await;
        self.until_help_after_failure().await;
    }

    /// Waits until the widget has failed with the page's own files: it shows the help, how to leave,
    /// no question, and no link to the plain guide of the build. Outside a frame it shows the host's own link.
    pub async fn until_own_files_failed(&self) {
        self.until_help_after_failure().await;
        let own = "root().querySelector('slot') || document.documentElement.dataset.ppimhsFinder";
        self.until(own).await;
        let guide = "return !!q('a[href*=plain]')";
        assert_eq!(self.run(guide).await, json!(false), "another's guide");
    }

    async fn until_help_after_failure(&self) {
        self.until("window.seen.finder.some((event) => event.startsWith('failed'))")
            .await;
        self.until_help().await;
        self.until("root().textContent.includes('close this tab')")
            .await;
        let half = "return !!q('[data-question], [data-action=start]')";
        assert_eq!(self.run(half).await, json!(false), "half a page is shown");
    }
}
