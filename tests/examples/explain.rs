//! What a code, status or line means: `cargo run --example explain -- ClientNotResponse zh-CN`

// Printing is what a command is for.
#![allow(clippy::print_stdout)]

use invoscope::catalog::explain;
use invoscope::locale::Locale;
use std::env;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let subject = arguments.next().ok_or("usage: explain CODE [LOCALE]")?;
    let locale = Locale::from_tag(&arguments.next().unwrap_or_default());

    let entry = explain(&subject, locale);
    println!("{}\n{}\n{}", entry.title, entry.cause, entry.fix);
    if let Some(retry) = entry.retry {
        println!("{}", retry.label(locale));
    }
    for source in entry.sources {
        println!("{}", source.name());
    }
    Ok(())
}
