//! A compiled pathway and its words, and a visitor's answers → where the visitor is. Each module
//! imports only from those before it.

pub mod compiled;

pub mod pathway;

pub mod edition;

pub mod evaluate;

pub mod reasons;

pub mod journey;
