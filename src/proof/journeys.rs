//! Turns questions and conditions into the diagram of all complete journeys. A journey is a set of
//! picked options.

use crate::{conditions::Conditions, diagram::Diagram};
use pathway::{document::Question, properties::Kind};

/// The journeys on which a question is asked, is answered, or has no possible answer.
#[derive(Clone, Debug)]
pub(crate) struct QuestionDiagrams {
    pub(crate) asked: Diagram,
    pub(crate) options: Vec<OptionDiagrams>,
    /// The journeys on which the question is asked and has a valid answer, or is not asked and has
    /// no answer.
    pub(crate) answered: Diagram,
    /// The journeys that reach the question with valid answers, but see no option.
    pub(crate) stuck: Diagram,
}

/// The journeys on which an option is picked, and the journeys on which it is shown.
#[derive(Clone, Debug)]
pub(crate) struct OptionDiagrams {
    pub(crate) picked: Diagram,
    pub(crate) shown: Diagram,
    /// True if the option excludes all other options.
    pub(crate) exclusive: bool,
}

/// All journeys of a pathway.
#[derive(Clone, Debug)]
pub(crate) struct Journeys {
    /// The questions in order.
    pub(crate) questions: Vec<QuestionDiagrams>,
    /// Every journey that goes from the first question to a result.
    pub(crate) complete: Diagram,
}

impl Journeys {
    pub(crate) fn new(conditions: &Conditions<'_>) -> Self {
        let (space, document) = (conditions.space, conditions.document);
        let stopping = document.rules.iter().filter(|rule| rule.stop);
        let stopping = space.any(stopping.map(|rule| conditions.holds(&rule.when)));
        let mut complete = space.always();
        let mut stopped = space.never();
        let mut questions = Vec::new();
        for (index, question) in document.questions.iter().enumerate() {
            let asked = conditions.allows(question.ask_when.as_ref());
            let asked = asked.but_not(&stopped);
            let options = options(conditions, index, question, &asked);
            let some_shown = space.any(options.iter().map(|option| option.shown.clone()));
            let stuck = complete.and(&asked.but_not(&some_shown));
            let answered = answered(conditions, question.kind, &asked, &options);
            complete = complete.and(&answered);
            // When a rule ends the questions here, all later questions are without an answer.
            let later = conditions.variables.from(index + 1);
            stopped = stopped.or(&space.without(&stopping, &later).and(&asked));
            questions.push(QuestionDiagrams {
                asked,
                options,
                answered,
                stuck,
            });
        }
        Self {
            questions,
            complete,
        }
    }

    /// Returns the complete journeys that ask more than `most` questions.
    pub(crate) fn longer_than(&self, most: usize, conditions: &Conditions<'_>) -> Diagram {
        let space = conditions.space;
        // The index is the number of questions asked so far, up to `most + 1`. Each entry holds the
        // journeys with this number.
        let mut by_count = vec![space.always()];
        for question in &self.questions {
            let next = (0..=by_count.len().min(most + 1)).map(|count| {
                let fewer = count.checked_sub(1).and_then(|fewer| by_count.get(fewer));
                let with_this = fewer.map(|fewer| fewer.and(&question.asked));
                space.any(by_count.get(count).cloned().into_iter().chain(with_this))
            });
            by_count = next.collect();
        }
        let longer = by_count.get(most + 1);
        longer.map_or_else(|| space.never(), |longer| longer.and(&self.complete))
    }
}

fn options(
    conditions: &Conditions<'_>,
    index: usize,
    question: &Question,
    asked: &Diagram,
) -> Vec<OptionDiagrams> {
    let variables = conditions.variables.options(index);
    let options = question.options.iter().zip(variables);
    let options = options.map(|(option, variable)| OptionDiagrams {
        picked: conditions.space.variable(*variable),
        shown: conditions.allows(option.show_when.as_ref()).and(asked),
        exclusive: option.exclusive,
    });
    options.collect()
}

/// Returns the journeys with a valid answer: at least one option is picked if the question is
/// asked, and only shown options are picked. A `one` question has one picked option. An exclusive
/// option is picked alone.
fn answered(
    conditions: &Conditions<'_>,
    kind: Kind,
    asked: &Diagram,
    options: &[OptionDiagrams],
) -> Diagram {
    let space = conditions.space;
    let some = space.any(options.iter().map(|option| option.picked.clone()));
    let alone = |option: &OptionDiagrams| kind == Kind::One || option.exclusive;
    let exclusions = options.iter().enumerate().filter(|(_, one)| alone(one));
    let exclusions = exclusions.map(|(index, one)| {
        let others = options.iter().enumerate();
        let others = others.filter(|(other, _)| *other != index);
        let others = space.any(others.map(|(_, other)| other.picked.clone()));
        one.picked.implies(&others.not())
    });
    let only_shown = options.iter();
    let only_shown = only_shown.map(|option| option.picked.implies(&option.shown));
    space.all(exclusions.chain(only_shown).chain([asked.implies(&some)]))
}
