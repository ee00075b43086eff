//! Runs a compiled pathway with its words and a visitor's answers. Each module imports only from
//! modules before it in the list below.

pub mod compiled;

pub mod pathway;

pub mod edition;

pub mod evaluate;

pub mod reasons;

pub mod journey;
