//! Placeholder while the rooms are raised.
#![no_std]
