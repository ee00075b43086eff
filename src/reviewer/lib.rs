//! In a browser: the files of a pathway → every finding, or one page with what is proved of it and all
//! that is to be signed. It sends nothing.

mod sign_off;

pub use sign_off::{most_bytes, sign_off};
