//! Turns the questions and conditions of a pathway into the diagram of all complete journeys. A
//! journey is a set of picked options.

use crate::{conditions::Conditions, diagram::Diagram};
use pathway::{document::Question, properties::Kind};

/// The journeys on which a question is asked, the journeys on which it is answered, and the
/// journeys on which it has no possible answer.
#[derive(Clone, Debug)]
pub(crate) struct QuestionDiagrams {
    pub(crate) is_asked: Diagram,
    pub(crate) options: Vec<OptionDiagrams>,
    /// The journeys on which the question is asked and has a valid answer, together with the
    /// journeys on which it is not asked and has no answer.
    pub(crate) answered: Diagram,
    /// The journeys on which the question is asked but shows no option.
    pub(crate) stuck: Diagram,
}

/// The journeys on which an option is picked, and the journeys on which its question shows it.
#[derive(Clone, Debug)]
pub(crate) struct OptionDiagrams {
    pub(crate) picked: Diagram,
    pub(crate) is_shown: Diagram,
    /// True if the option excludes all other options of its question.
    pub(crate) exclusive: bool,
}

/// All journeys of a pathway, as diagrams.
#[derive(Clone, Debug)]
pub(crate) struct Journeys {
    /// The journeys of each question, in the order in which the questions are asked.
    pub(crate) questions: Vec<QuestionDiagrams>,
    /// The journeys that answer every question that is asked, and so end at a result.
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
            let some_shown = space.any(options.iter().map(|option| option.is_shown.clone()));
            let stuck = complete.and(&asked.but_not(&some_shown));
            let answered = answered(conditions, question.kind, &asked, &options);
            complete = complete.and(&answered);
            // When a rule ends the questions after this question, all later questions have no
            // answer.
            let later = conditions.variables.from(index + 1);
            stopped = stopped.or(&space.without(&stopping, &later).and(&asked));
            questions.push(QuestionDiagrams {
                is_asked: asked,
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

    /// Returns the complete journeys on which more than `most` questions are asked.
    pub(crate) fn longer_than(&self, most: usize, conditions: &Conditions<'_>) -> Diagram {
        let space = conditions.space;
        // Entry 3 of this list contains the journeys on which 3 questions have been asked so far.
        // The last entry is for `most + 1` questions.
        let mut by_count = vec![space.always()];
        for question in &self.questions {
            let next = (0..=by_count.len().min(most + 1)).map(|count| {
                let fewer = count.checked_sub(1).and_then(|fewer| by_count.get(fewer));
                let with_this = fewer.map(|fewer| fewer.and(&question.is_asked));
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
        is_shown: conditions.allows(option.show_when.as_ref()).and(asked),
        exclusive: option.exclusive,
    });
    options.collect()
}

/// Returns the journeys on which a question has a valid answer. If the question is asked, at least
/// one option is picked. Only shown options are picked. A question of the kind `one` has one picked
/// option, and an exclusive option is picked alone.
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
    let only_shown = only_shown.map(|option| option.picked.implies(&option.is_shown));
    space.all(exclusions.chain(only_shown).chain([asked.implies(&some)]))
}
