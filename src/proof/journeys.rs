//! Questions and conditions → which sets of picked options are complete journeys.

use crate::{conditions::Conditions, diagram::Diagram};
use pathway::document::{Kind, Question, Rule};

/// A question of a journey.
#[derive(Clone, Debug)]
pub(crate) struct QuestionDiagrams {
    /// When it is asked.
    pub(crate) asked: Diagram,
    /// Its options.
    pub(crate) choices: Vec<OptionDiagrams>,
    /// When it is answered as it can be, or not asked and not answered.
    pub(crate) answered: Diagram,
    /// When it is asked and nothing can be answered, after answers that can be.
    pub(crate) stuck: Diagram,
}

/// An option of a question.
#[derive(Clone, Debug)]
pub(crate) struct OptionDiagrams {
    /// When it is picked.
    pub(crate) picked: Diagram,
    /// When it can be picked.
    pub(crate) shown: Diagram,
    /// Whether it excludes the others.
    pub(crate) exclusive: bool,
}

/// All journeys of a pathway.
#[derive(Clone, Debug)]
pub(crate) struct Journeys {
    /// The questions in order.
    pub(crate) questions: Vec<QuestionDiagrams>,
    /// Every journey from the first question to a result.
    pub(crate) complete: Diagram,
}

impl Journeys {
    pub(crate) fn new(conditions: &Conditions<'_>) -> Self {
        let space = conditions.space;
        let stopping: Vec<Diagram> = conditions
            .document
            .rules
            .iter()
            .filter(|rule| rule.stop)
            .map(|rule: &Rule| conditions.holds(&rule.when))
            .collect();
        let stopping = space.any(stopping);
        let mut complete = space.always();
        let mut stopped = space.never();
        let mut questions = Vec::new();
        for (place, question) in conditions.document.questions.iter().enumerate() {
            let asked = conditions
                .allows(question.ask_when.as_ref())
                .but_not(&stopped);
            let choices = choices(conditions, place, question, &asked);
            let some_shown = space.any(choices.iter().map(|choice| choice.shown.clone()));
            let stuck = complete.and(&asked.but_not(&some_shown));
            let answered = answered(conditions, question.kind, &asked, &choices);
            complete = complete.and(&answered);
            // What is asked later has no answer yet when the questions end.
            let later = conditions.variables.from(place + 1);
            stopped = stopped.or(&space.without(&stopping, &later).and(&asked));
            questions.push(QuestionDiagrams {
                asked,
                choices,
                answered,
                stuck,
            });
        }
        Self {
            questions,
            complete,
        }
    }

    /// Journeys on which more than `most` questions are asked.
    pub(crate) fn longer_than(&self, most: usize, conditions: &Conditions<'_>) -> Diagram {
        let space = conditions.space;
        // By how many of the questions so far were asked, up to one more than `most`.
        let mut asked_so_far = vec![space.always()];
        for question in &self.questions {
            let mut next = Vec::with_capacity(asked_so_far.len() + 1);
            for count in 0..=asked_so_far.len().min(most + 1) {
                let fewer = count
                    .checked_sub(1)
                    .and_then(|fewer| asked_so_far.get(fewer));
                let by_this = fewer.map(|fewer| fewer.and(&question.asked));
                let before = asked_so_far.get(count).cloned();
                next.push(space.any(before.into_iter().chain(by_this)));
            }
            asked_so_far = next;
        }
        let longer = asked_so_far.get(most + 1);
        longer.map_or_else(|| space.never(), |longer| longer.and(&self.complete))
    }
}

fn choices(
    conditions: &Conditions<'_>,
    place: usize,
    question: &Question,
    asked: &Diagram,
) -> Vec<OptionDiagrams> {
    let variables = conditions.variables.options(place).iter();
    question
        .options
        .iter()
        .zip(variables)
        .map(|(option, variable)| OptionDiagrams {
            picked: conditions.space.variable(*variable),
            shown: conditions.allows(option.show_when.as_ref()).and(asked),
            exclusive: option.exclusive,
        })
        .collect()
}

/// At least one option picked if it is asked, only options that are shown, one of `one`, and
/// nothing beside an exclusive option.
fn answered(
    conditions: &Conditions<'_>,
    kind: Kind,
    asked: &Diagram,
    choices: &[OptionDiagrams],
) -> Diagram {
    let space = conditions.space;
    let some = space.any(choices.iter().map(|choice| choice.picked.clone()));
    let alone = |choice: &OptionDiagrams| kind == Kind::One || choice.exclusive;
    let exclusions = choices.iter().enumerate().filter(|(_, one)| alone(one));
    let exclusions = exclusions.map(|(place, one)| {
        let others = choices
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place)
            .map(|(_, other)| other.picked.clone());
        one.picked.implies(&space.any(others).not())
    });
    let only_shown = choices
        .iter()
        .map(|choice| choice.picked.implies(&choice.shown));
    space.all(
        exclusions
            .chain(only_shown)
            .chain([asked.implies(&some)])
            .collect::<Vec<_>>(),
    )
}
