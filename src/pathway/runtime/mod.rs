//! Runs a compiled pathway with its words and a visitor's answers. Each module below imports only
//! from modules above it in the list.

pub mod compiled;

pub mod pathway;

pub mod edition;

pub mod replay;

pub mod reasons;

pub mod journey;
