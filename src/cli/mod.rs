//! The same work without a window, for scripts and other programs.
//!
//! Standard output carries data, standard error messages. Exit codes: 0 well, 1 the work failed, 2 wrong usage.
//! In all JSON, offsets are Unicode code points, half-open, in the annotated text.

mod edit;
pub mod evaluate;
pub mod gold;
mod knowledge;
#[cfg(test)]
mod papers;
mod project;
mod records;
mod suggest;
mod train;

use crate::{
    model::Date,
    session::{self, ENCODINGS, Failure, Field, Form, ReadAs, encoding_named},
    suggest::Care,
};
use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;
use std::{
    ffi::OsString,
    fmt::Display,
    io::{BufRead, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Reads news articles with an analyst: who, where, when, and who says so.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Verb>,
    /// Articles, or a project, to open in the window
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Prints the suggestions for articles, one a line
    Suggest {
        /// Articles, or folders of them; `-` reads standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        reading: Reading,
        /// The day the articles were published
        #[arg(long, value_name = "YYYY-MM-DD")]
        published: Option<Date>,
        #[arg(long, value_enum, default_value_t = Format::Jsonl)]
        format: Format,
        /// Only what is instant
        #[arg(long)]
        fast: bool,
    },
    /// Adds articles, or annotations of other tools, to a project, which is made if it is not there
    Import {
        project: PathBuf,
        /// Articles, files of the formats that `dateline formats` lists as read, or folders of them
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        reading: Reading,
    },
    /// Writes a project in the format of another tool
    Export {
        project: PathBuf,
        /// One of the names that `dateline formats` lists
        #[arg(long, value_name = "NAME")]
        format: String,
        /// A file, or a folder where the format writes several; `-` for standard output
        #[arg(long, value_name = "PATH")]
        out: PathBuf,
    },
    /// Changes how a project lies on disk
    Convert {
        project: PathBuf,
        /// One file, or a folder with a file for each article
        #[arg(long, value_enum, value_name = "FORM")]
        to: FormName,
    },
    /// Reads and verifies a project; says what is wrong and where
    Check { project: PathBuf },
    /// Counts what a project holds
    Stats { project: PathBuf },
    /// Takes one command a line in JSON on standard input and answers each with a line
    Edit { project: PathBuf },
    /// Makes the weights of the instant tagger from corpora
    Train {
        /// Corpora: `{"id", "text", "spans": [[start, end, label], …]}` a line
        #[arg(required = true, value_name = "CORPUS.jsonl")]
        corpora: Vec<PathBuf>,
        /// Where the weights go
        #[arg(long, value_name = "MODEL")]
        out: PathBuf,
    },
    /// Says how good the suggestions are: precision, recall and F1 by label
    Evaluate {
        /// A corpus: `{"id", "text", "spans": [[start, end, label], …]}` a line
        #[arg(value_name = "GOLD.jsonl")]
        gold: PathBuf,
        /// Decides each document before the next is suggested, as an analyst does
        #[arg(long)]
        learn: bool,
        /// Only what is instant
        #[arg(long)]
        fast: bool,
    },
    /// Lists the formats of `export` and `import`: name, reads or writes, file or folder, what it is, what it carries
    Formats,
}

/// How files are to be read.
#[derive(Debug, clap::Args)]
struct Reading {
    /// The encoding of the files, where it is not found out rightly
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<String>,
    /// Takes everything on a web page for the article, its menus too
    #[arg(long)]
    whole_page: bool,
    /// What the columns of a table, or the fields of JSON, are, by name or number: `text=body,title=headline`. What can be
    /// said: text, title, date, byline, site, url, language; what is not said is guessed, and `date=` says that there is none
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',', value_parser = column)]
    columns: Vec<(Field, String)>,
}

fn encoding(name: &str) -> Result<String, String> {
    let known = encoding_named(name).map(str::to_owned);
    known.ok_or_else(|| format!("there is no encoding “{name}”; there is: {}", ENCODINGS.join(", ")))
}

fn column(said: &str) -> Result<(Field, String), String> {
    let (field, column) = said.split_once('=').ok_or("this is not FIELD=COLUMN")?;
    let known = Field::named(field.trim()).map(|field| (field, column.trim().to_owned()));
    let names = Field::SAID.map(Field::name).join(", ");
    known.ok_or_else(|| format!("there is no field “{field}”; there is: {names}"))
}

impl From<Reading> for ReadAs {
    fn from(reading: Reading) -> Self {
        Self { encoding: reading.encoding, whole_page: reading.whole_page, columns: reading.columns }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object a line
    Jsonl,
    /// A table for people
    Text,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormName {
    /// All of it in one file
    File,
    /// A file that names those of the articles, which lie in NAME.articles beside it
    Folder,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::File => Self::File,
            FormName::Folder => Self::Folder,
        }
    }
}

/// What is to be done with a command line.
pub enum Run {
    /// Open the window with these articles or this project.
    Window(Vec<PathBuf>),
    /// Everything was done; this is the exit code.
    Done(ExitCode),
}

/// The streams of the process.
pub struct Streams<'a> {
    pub input: &'a mut dyn BufRead,
    pub output: &'a mut dyn Write,
    pub errors: &'a mut dyn Write,
}

impl Streams<'_> {
    /// A message for people. If nobody can read it, the work goes on all the same.
    fn tell(&mut self, message: &dyn Display) {
        let _ = writeln!(self.errors, "dateline: {message}");
    }

    /// A message about a file.
    fn tell_of(&mut self, path: &Path, message: &str) {
        self.tell(&Failure { path: path.to_owned(), why: message.to_owned() });
    }

    /// A record on a line.
    fn print_json(&mut self, record: &impl Serialize) -> Result<(), Stop> {
        print_json(self.output, record)
    }
}

fn print_json(output: &mut dyn Write, record: &impl Serialize) -> Result<(), Stop> {
    let line = serde_json::to_string(record).map_err(|error| Stop::Failed(error.to_string()))?;
    Ok(writeln!(output, "{line}")?)
}

/// Why a command stopped.
#[derive(Debug)]
pub enum Stop {
    /// The work failed, for this reason.
    Failed(String),
    /// The call was wrong, for this reason.
    Usage(String),
    /// Nobody reads the output any more, as with `| head`; that is no failure.
    OutputClosed,
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::OutputClosed,
            _ => Self::Failed(format!("the output cannot be written: {error}")),
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure.to_string())
    }
}

/// Reads the command line and does what it says, unless that is to open the window.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Run {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|first| first == session::WORKER_ARGUMENT) {
        // This process only reads one file for another, which sees by the answer how it went.
        let served = session::serve(streams.input, streams.output);
        return Run::Done(if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    if let Ok(program) = std::env::current_exe() {
        session::use_worker(program);
    }
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Run::Done(report_usage(&error, streams)),
    };
    let Some(verb) = arguments.command else {
        return Run::Window(arguments.paths);
    };
    let result = run_verb(verb, streams).and_then(|code| {
        streams.output.flush()?;
        Ok(code)
    });
    Run::Done(match result {
        Ok(true) | Err(Stop::OutputClosed) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Stop::Failed(why)) => report(streams, &why, ExitCode::FAILURE),
        Err(Stop::Usage(why)) => report(streams, &why, ExitCode::from(2)),
    })
}

/// Whether all of the work was done well.
fn run_verb(verb: Verb, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    match verb {
        Verb::Suggest { paths, reading, published, format, fast } => {
            let options =
                suggest::Options { read_as: reading.into(), published, format, care: care(fast, streams) };
            suggest::run(&paths, &options, streams)
        }
        Verb::Import { project, paths, reading } => {
            project::import(&project, &paths, &reading.into(), streams)
        }
        Verb::Export { project, format, out } => project::export(&project, &format, &out, streams),
        Verb::Convert { project, to } => project::convert(&project, to.into(), streams),
        Verb::Check { project } => project::check(&project, streams),
        Verb::Stats { project } => project::stats(&project, streams),
        Verb::Edit { project } => edit::run(&project, streams),
        Verb::Train { corpora, out } => train::run(&corpora, &out, streams),
        Verb::Evaluate { gold, learn, fast } => {
            let care = care(fast, streams);
            evaluate::run(&gold, evaluate::Options { learn, care }, streams)
        }
        Verb::Formats => project::formats(streams),
    }
}

/// With how much care articles are read; who asks for more than this build can give is told.
fn care(fast: bool, streams: &mut Streams<'_>) -> Care {
    let wanted = if fast { Care::Fast } else { Care::Full };
    if wanted > Care::MOST {
        streams.tell(&"this build has no careful tagger, so articles are read as with --fast");
    }
    wanted.min(Care::MOST)
}

/// Help and version go to the output; all else is wrong usage.
fn report_usage(error: &clap::Error, streams: &mut Streams<'_>) -> ExitCode {
    let text = error.render();
    // A stream that cannot be written to cannot be told about either.
    if error.use_stderr() {
        let _ = write!(streams.errors, "{text}");
        ExitCode::from(2)
    } else {
        let _ = write!(streams.output, "{text}");
        ExitCode::SUCCESS
    }
}

fn report(streams: &mut Streams<'_>, why: &str, code: ExitCode) -> ExitCode {
    streams.tell(&why);
    code
}
