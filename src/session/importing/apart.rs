//! Reading a file in a process of its own, so that a bad one costs nothing but itself.
//!
//! The process is this program again, called with [`WORKER_ARGUMENT`]: the file comes on its standard input, the articles go
//! to its standard output. It limits its own memory and time before it looks at the file, opens no file and no socket, and
//! is killed when the reading is cancelled.

use super::{
    Cancel, Imported, ReadAs, read_here,
    wire::{Answer, ImportedRecord, Question},
};
use std::{
    io::{self, BufRead, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        OnceLock,
        mpsc::{Receiver, RecvTimeoutError, sync_channel},
    },
    thread,
    time::{Duration, Instant},
};

/// Makes the program read one file from standard input.
pub const WORKER_ARGUMENT: &str = "--import-worker";

/// A file may take so much memory, and three times its own size more.
const MEMORY_BYTES: u64 = 448 << 20;
const MOST_MEMORY_BYTES: u64 = 2 << 30;
/// So much of a processor's time, in seconds.
#[cfg(unix)]
const PROCESSOR_SECS: u64 = 10;
/// So long may it take altogether.
const LONGEST: Duration = Duration::from_secs(20);
/// The answer may have so many bytes.
const MOST_ANSWER_BYTES: u64 = 512 << 20;
/// How often it is asked whether the reading was cancelled.
const TICK: Duration = Duration::from_millis(20);
/// Room for readers that call themselves for what is nested.
const STACK_BYTES: usize = 48 << 20;

static WORKER: OnceLock<PathBuf> = OnceLock::new();

/// Says that files are to be read by this program from now on. Without it they are read in this process, as in tests.
pub fn use_worker(program: PathBuf) {
    // Said once, by whoever starts the program.
    let _ = WORKER.set(program);
}

pub(super) fn worker() -> Option<&'static Path> {
    WORKER.get().map(PathBuf::as_path)
}

/// Reads a file in a process of its own. `kind` is what the file is called in messages.
pub(super) fn read_apart(
    worker: &Path,
    (name, bytes): (&str, &[u8]),
    read_as: &ReadAs,
    cancel: &Cancel,
    kind: &str,
) -> Result<Imported, String> {
    let memory = (MEMORY_BYTES + 3 * bytes.len() as u64).min(MOST_MEMORY_BYTES);
    let question = Question::new(name, bytes.len(), memory, read_as);
    let mut head = serde_json::to_vec(&question).map_err(|error| error.to_string())?;
    head.push(b'\n');
    let failed = |error: io::Error| format!("no process could be started to read it: {error}");
    let mut child = Command::new(worker)
        .arg(WORKER_ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let (answer, said, end) = talk(&mut child, &[&head, bytes], cancel);
    // Killed or done: it is waited for, so that nothing of it is left.
    let _ = child.kill();
    let _ = child.wait();
    if let Some(Ok(answer)) = answer.map(|bytes| serde_json::from_slice::<Answer>(&bytes)) {
        return answer.map(Imported::from);
    }
    let said = String::from_utf8_lossy(&said).into_owned();
    Err(match end {
        End::Cancelled => "the reading was cancelled".to_owned(),
        End::TooLong => {
            format!("this {kind} took longer than {} seconds to read and was given up", LONGEST.as_secs())
        }
        End::Gone if said.contains("memory allocation") => {
            format!("this {kind} needs more than {} MB of memory and was given up", memory >> 20)
        }
        End::Gone if said.contains("overflowed its stack") => {
            format!("this {kind} is nested too deeply to be read")
        }
        End::Gone => format!(
            "this {kind} could not be read: its reader failed or took too long, and nothing else was touched"
        ),
    })
}

/// How the talk with a process ended.
enum End {
    Cancelled,
    TooLong,
    Gone,
}

/// Sends `parts`; gives the answer, if one came, what was said on standard error, and how it ended.
fn talk(child: &mut Child, parts: &[&[u8]], cancel: &Cancel) -> (Option<Vec<u8>>, Vec<u8>, End) {
    let (Some(stdin), Some(stdout), Some(stderr)) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return (None, Vec::new(), End::Gone);
    };
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(1);
        let named = |name: &str| thread::Builder::new().name(name.to_owned());
        let sending = named("dateline-send").spawn_scoped(scope, move || send(stdin, parts));
        let hearing = named("dateline-hear").spawn_scoped(scope, move || sender.send(hear(stdout)));
        let errors = named("dateline-errors").spawn_scoped(scope, move || overhear(stderr));
        let (Ok(_), Ok(_), Ok(errors)) = (sending, hearing, errors) else {
            let _ = child.kill();
            return (None, Vec::new(), End::Gone);
        };
        let (answer, end) = wait_for(&receiver, cancel);
        if answer.is_none() {
            // It ends the threads, too: their pipes close.
            let _ = child.kill();
        }
        (answer, errors.join().unwrap_or_default(), end)
    })
}

fn send(mut stdin: ChildStdin, parts: &[&[u8]]) {
    for part in parts {
        // A process that has ended answers by that.
        if stdin.write_all(part).is_err() {
            return;
        }
    }
}

fn hear(stdout: ChildStdout) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = stdout.take(MOST_ANSWER_BYTES).read_to_end(&mut bytes);
    (read.is_ok() && !bytes.is_empty()).then_some(bytes)
}

fn overhear(mut stderr: ChildStderr) -> Vec<u8> {
    let mut said = Vec::new();
    let _ = (&mut stderr).take(16 << 10).read_to_end(&mut said);
    // What else it says is read, so that it does not wait, and thrown away.
    let _ = io::copy(&mut stderr, &mut io::sink());
    said
}

fn wait_for(receiver: &Receiver<Option<Vec<u8>>>, cancel: &Cancel) -> (Option<Vec<u8>>, End) {
    let started = Instant::now();
    loop {
        match receiver.recv_timeout(TICK) {
            Ok(answer) => return (answer, End::Gone),
            Err(RecvTimeoutError::Disconnected) => return (None, End::Gone),
            Err(RecvTimeoutError::Timeout) if cancel.is_cancelled() => return (None, End::Cancelled),
            Err(RecvTimeoutError::Timeout) if started.elapsed() > LONGEST => return (None, End::TooLong),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// The work of the process: reads the file on `input` and writes the answer to `output`.
///
/// # Errors
/// If the pipes break.
pub fn serve(input: &mut dyn BufRead, output: &mut dyn Write) -> io::Result<()> {
    let mut line = String::new();
    input.take(64 << 10).read_line(&mut line)?;
    let question: Question = serde_json::from_str(&line).map_err(io::Error::other)?;
    limit(question.memory);
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(question.bytes).map_err(io::Error::other)?;
    input.take(question.bytes as u64).read_to_end(&mut bytes)?;
    // A reader that is wrong says so once, in the answer.
    std::panic::set_hook(Box::new(|_| {}));
    let work = move || read_here(&question.name, &bytes, &question.read_as());
    let reading =
        thread::Builder::new().name("dateline-reader".to_owned()).stack_size(STACK_BYTES).spawn(work)?;
    let read = reading.join().unwrap_or_else(|_| Err(super::MISTAKE.to_owned().into()));
    let answer: Answer = read.map(ImportedRecord::from).map_err(|refused| refused.why);
    serde_json::to_writer(&mut *output, &answer)?;
    output.flush()
}

/// Takes limits upon this process. Where the system has none, the parent's clock is the only one.
#[cfg(unix)]
fn limit(memory: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits =
        [(Resource::As, memory), (Resource::Cpu, PROCESSOR_SECS), (Resource::Core, 0), (Resource::Fsize, 0)];
    for (resource, most) in limits {
        // A stricter limit may be there already.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn limit(_memory: u64) {}
