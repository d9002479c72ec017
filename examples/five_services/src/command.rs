//! The command line.

use crate::reference::{self, Service};

pub(crate) const HELP: &str = "\
Five real services answer over HTTP with the errors of their own references.

Usage: cargo run --package five_services [-- COMMAND]

Commands:
  (none)      send every request, print a few answers of each service and a summary
  all         send every request and print every answer
  SERVICE     print every answer of one service: aitbc, igny8, generation, image2model or protocol_guide
  serve       stay up, with a curl line for each request
  help        print this text

The exit code is 0 if every answer is as the reference says.
";

#[derive(Clone, Copy)]
pub(crate) enum Command {
    Check(Shown),
    Serve,
    Help,
}

/// Which of the answers are printed.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shown {
    Highlights,
    All,
    Only(&'static str),
}

impl Shown {
    /// Whether anything of `service` is printed.
    pub(crate) fn includes(self, service: &Service) -> bool {
        match self {
            Self::Only(name) => name == service.name,
            Self::Highlights | Self::All => true,
        }
    }

    /// Whether every answer of `service` is printed.
    pub(crate) fn includes_all_of(self, service: &Service) -> bool {
        self != Self::Highlights && self.includes(service)
    }
}

pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    let arguments: Vec<String> = arguments.collect();
    match arguments.as_slice() {
        [] => Ok(Command::Check(Shown::Highlights)),
        [argument] => match argument.as_str() {
            "all" => Ok(Command::Check(Shown::All)),
            "serve" => Ok(Command::Serve),
            "help" | "--help" | "-h" => Ok(Command::Help),
            name => match reference::services().iter().find(|service| service.name == name) {
                Some(service) => Ok(Command::Check(Shown::Only(service.name))),
                None => Err(format!("unknown command `{name}`")),
            },
        },
        [_, extra, ..] => Err(format!("unexpected argument `{extra}`")),
    }
}
