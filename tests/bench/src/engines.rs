//! The same conditions over the same answers in four engines, each compiled beforehand and fed as its
//! documentation recommends for repeated evaluation.

use std::error::Error;
use std::ops::Range;

use cel::{Context, Program};
use plumbline_builtin::knowledge;
use plumbline_rules::{Answer, Truth};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use serde_json::{Map, Value, json};
use zen_expression::expression::{Expression, Standard};
use zen_expression::scope::Scope;
use zen_expression::variable::Variable;
use zen_expression::vm::VM;

use crate::sample::Sample;

/// What all of them do.
pub trait Engine {
    /// As in the table of results.
    const NAME: &'static str;

    /// Whether the condition of this number holds for the answers of this number.
    ///
    /// # Errors
    ///
    /// When the engine can't say; its own message.
    fn holds(&mut self, condition: usize, answers: usize) -> Result<bool, Box<dyn Error>>;

    /// How many of these conditions hold for the answers of this number: what is timed.
    ///
    /// # Errors
    ///
    /// When the engine can't say.
    fn count(&mut self, conditions: Range<usize>, answers: usize) -> Result<usize, Box<dyn Error>> {
        let mut holding = 0;
        for condition in conditions {
            holding += usize::from(self.holds(condition, answers)?);
        }
        Ok(holding)
    }
}

/// Plumbline's own conditions.
pub struct Ours<'a> {
    samples: &'a [Sample],
    answers: &'a [Vec<Answer>],
}

impl<'a> Ours<'a> {
    /// Nothing to prepare: the conditions were compiled when the project was built.
    #[must_use]
    pub fn new(samples: &'a [Sample], answers: &'a [Vec<Answer>]) -> Self {
        Self { samples, answers }
    }
}

impl Engine for Ours<'_> {
    const NAME: &'static str = "plumbline";

    fn holds(&mut self, condition: usize, answers: usize) -> Result<bool, Box<dyn Error>> {
        let condition = self.samples[condition].condition;
        Ok(condition.evaluate(&self.answers[answers]) == Truth::True)
    }
}

/// zen-expression: compiled expressions, one virtual machine, a scope for each set of answers.
pub struct Zen {
    expressions: Vec<Expression<Standard>>,
    scopes: Vec<Scope>,
    machine: VM,
}

impl Zen {
    /// Compiles the conditions.
    ///
    /// # Errors
    ///
    /// When one of them isn't understood.
    pub fn new(samples: &[Sample], answers: &[Vec<Answer>]) -> Result<Self, Box<dyn Error>> {
        let expressions = samples
            .iter()
            .map(|sample| zen_expression::compile_expression(&sample.formula.zen()))
            .collect::<Result<_, _>>()?;
        let scopes = answers
            .iter()
            .map(|answers| Scope::new(Variable::from(json!({ "answers": json(answers) }))))
            .collect();
        Ok(Self {
            expressions,
            scopes,
            machine: VM::new(),
        })
    }
}

impl Engine for Zen {
    const NAME: &'static str = "zen-expression";

    fn holds(&mut self, condition: usize, answers: usize) -> Result<bool, Box<dyn Error>> {
        let value = self.expressions[condition]
            .evaluate_with_scope(&self.scopes[answers], &mut self.machine)?;
        value.as_bool().ok_or_else(|| "not a truth value".into())
    }
}

/// The `cel` crate: compiled programs, a context for each set of answers.
pub struct Cel {
    programs: Vec<Program>,
    contexts: Vec<Context<'static, 'static>>,
}

impl Cel {
    /// Compiles the conditions.
    ///
    /// # Errors
    ///
    /// When one of them isn't understood.
    pub fn new(samples: &[Sample], answers: &[Vec<Answer>]) -> Result<Self, Box<dyn Error>> {
        let programs = samples
            .iter()
            .map(|sample| Program::compile(&sample.formula.cel()))
            .collect::<Result<_, _>>()?;
        let mut contexts = Vec::new();
        for answers in answers {
            let mut context = Context::default();
            context.add_variable("answers", json(answers))?;
            contexts.push(context);
        }
        Ok(Self { programs, contexts })
    }
}

impl Engine for Cel {
    const NAME: &'static str = "cel";

    fn holds(&mut self, condition: usize, answers: usize) -> Result<bool, Box<dyn Error>> {
        match self.programs[condition].execute(&self.contexts[answers])? {
            cel::Value::Bool(value) => Ok(value),
            other => Err(format!("not a truth value: {other:?}").into()),
        }
    }
}

/// regorus: one policy compiled for its virtual machine with an entry point for each condition, and a
/// machine with its input for each set of answers.
pub struct Regorus {
    machines: Vec<RegoVM>,
}

impl Regorus {
    /// Compiles the conditions.
    ///
    /// # Errors
    ///
    /// When one of them isn't understood.
    pub fn new(samples: &[Sample], answers: &[Vec<Answer>]) -> Result<Self, Box<dyn Error>> {
        let mut policy = "package rules\n\n".to_owned();
        let mut entries = Vec::new();
        for (number, sample) in samples.iter().enumerate() {
            policy.push_str(&sample.formula.rego(&format!("r{number}")));
            entries.push(format!("data.rules.r{number}"));
        }
        let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
        let mut engine = regorus::Engine::new();
        engine.add_policy("rules.rego".to_owned(), policy)?;
        let first = entries.first().ok_or("no conditions")?;
        let compiled = engine.compile_with_entrypoint(&(*first).into())?;
        let program = Compiler::compile_from_policy(&compiled, &entries)?;
        let mut machines = Vec::new();
        for answers in answers {
            let mut machine = RegoVM::new();
            machine.load_program(program.clone());
            machine.set_input(regorus::Value::from(json(answers)));
            machines.push(machine);
        }
        Ok(Self { machines })
    }
}

impl Engine for Regorus {
    const NAME: &'static str = "regorus";

    fn holds(&mut self, condition: usize, answers: usize) -> Result<bool, Box<dyn Error>> {
        let value = self.machines[answers].execute_entry_point_by_index(condition)?;
        Ok(*value.as_bool()?)
    }
}

/// Answers by question, as the other engines see them.
fn json(answers: &[Answer]) -> Value {
    let slots = knowledge().vocabulary.slots().iter().zip(answers);
    let by_id: Map<String, Value> = slots
        .map(|(slot, answer)| {
            let choices = slot.kind.choices();
            let value = match *answer {
                Answer::Choice(place) => json!(choices.get(usize::from(place)).map(|one| &one.id)),
                Answer::Choices(set) => {
                    let ticked = choices
                        .iter()
                        .enumerate()
                        .filter(|(place, _)| set >> place & 1 == 1);
                    json!(ticked.map(|(_, one)| &one.id).collect::<Vec<_>>())
                }
                Answer::Number(number) => json!(number),
                Answer::YesNo(yes) => json!(yes),
                Answer::Unknown | Answer::NotApplicable => Value::Null,
            };
            (slot.id.clone(), value)
        })
        .collect();
    Value::Object(by_id)
}
