//! The careful tagger: a small neural network that reads a few sentences at a time.
//!
//! `MiniLM` (Wang et al. 2020; 6 layers of 384) with an embedding of how each word is written, fine-tuned on open corpora
//! and run by `rten` with 8-bit weights. What it was made from and how to make it again: `assets/tagger/SOURCES.md`.
//! Its weights, 20 MB, are used where they lie in the program; what else it takes while it is loaded [`rest`] lets go: 10 MB.

mod path;
mod pieces;

use super::{Tag, bio::TAGS};
use crate::{
    suggest::Cancel,
    text::{Span, Text, sentences, tokens},
};
use path::{Row, best_path, marks};
use pieces::{Pieces, case_of};
use rten::{Model, ModelOptions, NodeId, OpRegistry, RunOptions, ThreadPool, Value, op_registry};
use std::sync::{Arc, Mutex, PoisonError};

/// Whether this build has the careful tagger.
pub(in crate::suggest) const IS_BUILT_IN: bool = true;

/// The network where its weights can be used as they lie, without a copy.
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

static NETWORK: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../assets/tagger/careful.rten"));

/// No more pieces are read at a time, with the two that stand around them; the network was trained on so many.
const CHUNK_PIECES: usize = 160;

/// The network, ready to run. Shared between threads.
pub(in crate::suggest) struct Careful {
    model: Model,
    numbers: NodeId,
    cases: NodeId,
    chances: NodeId,
    pieces: Pieces,
}

thread_local! {
    /// One thread for each that asks: texts that are read side by side do not wait for each other, and one that is read
    /// alone leaves the other cores to the window.
    static THREADS: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

static LOADED: Mutex<Option<Arc<Careful>>> = Mutex::new(None);

/// The network, loaded if it is not. `None` only if the file that was built in is damaged, which the tests exclude.
pub(in crate::suggest) fn loaded() -> Option<Arc<Careful>> {
    let mut slot = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    if slot.is_none() {
        *slot = Careful::load().map(Arc::new);
    }
    slot.clone()
}

/// Lets the network go; it is loaded again when needed.
pub(in crate::suggest) fn rest() {
    *LOADED.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// Words that are read together.
#[derive(Default)]
struct Chunk {
    words: Vec<Span>,
    numbers: Vec<i32>,
    cases: Vec<i32>,
    /// Where the first piece of each word stands among the numbers.
    first_pieces: Vec<usize>,
}

impl Careful {
    fn load() -> Option<Self> {
        // The weights once more in the order in which they are multiplied: 10 MB for nearly twice the speed.
        let mut options = ModelOptions::with_ops(steps());
        let model = options.prepack_weights(true).load_static_slice(&NETWORK.0).ok()?;
        let [numbers, cases] = model.input_ids() else {
            return None;
        };
        let (numbers, cases) = (*numbers, *cases);
        let chances = *model.output_ids().first()?;
        Some(Self { model, numbers, cases, chances, pieces: Pieces::built_in()? })
    }

    /// The marks it sees, in order and without overlaps; `None` if it was cancelled or could not run.
    pub(in crate::suggest) fn tag(&self, text: &Text, cancel: &Cancel) -> Option<Vec<Tag>> {
        let mut found = Vec::new();
        for chunk in self.chunks(text) {
            if cancel.is_cancelled() {
                return None;
            }
            self.tag_chunk(text, chunk, &mut found)?;
        }
        Some(found)
    }

    /// The text in whole sentences, as many at a time as fit; a sentence that is too long is cut.
    fn chunks(&self, text: &Text) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        let mut chunk = self.open_chunk();
        for sentence in text.whole().into_iter().flat_map(|whole| sentences(text, whole)) {
            let words = self.words(text, sentence);
            let count: usize = words.iter().map(|(_, _, pieces)| pieces.len()).sum();
            if chunk.numbers.len() + count >= CHUNK_PIECES && !chunk.words.is_empty() {
                chunks.push(std::mem::replace(&mut chunk, self.open_chunk()));
            }
            for (span, case, pieces) in words {
                if chunk.numbers.len() + pieces.len() >= CHUNK_PIECES {
                    chunks.push(std::mem::replace(&mut chunk, self.open_chunk()));
                }
                chunk.words.push(span);
                chunk.first_pieces.push(chunk.numbers.len());
                chunk.cases.extend(pieces.iter().map(|_| case));
                chunk.numbers.extend(pieces);
            }
        }
        chunks.push(chunk);
        chunks.retain(|chunk| !chunk.words.is_empty());
        chunks
    }

    fn open_chunk(&self) -> Chunk {
        Chunk { numbers: vec![self.pieces.opening], cases: vec![NO_LETTERS], ..Chunk::default() }
    }

    /// The words of a sentence: where, how written, and their pieces.
    fn words(&self, text: &Text, sentence: Span) -> Vec<(Span, i32, Vec<i32>)> {
        let read = |span: Span| {
            let word = text.slice(span);
            (span, case_of(word), self.pieces.of(word))
        };
        tokens(text, sentence).into_iter().map(|token| read(token.span)).collect()
    }

    fn tag_chunk(&self, text: &Text, mut chunk: Chunk, found: &mut Vec<Tag>) -> Option<()> {
        chunk.numbers.push(self.pieces.closing);
        chunk.cases.push(NO_LETTERS);
        let rows = self.run(chunk.numbers, chunk.cases)?;
        let rows: Vec<Row> = chunk.first_pieces.iter().filter_map(|at| rows.get(*at).copied()).collect();
        let path = best_path(&rows);
        for (words, kind) in marks(&path) {
            let logs = words.clone().filter_map(|at| rows.get(at)?.get(*path.get(at)?));
            // As likely as its least likely word.
            let chance = logs.copied().fold(0.0, f32::min).exp();
            found.extend(Tag::over(text, &chunk.words, words, kind, chance));
        }
        Some(())
    }

    /// The logarithm of the chance of each tag, for each piece.
    fn run(&self, numbers: Vec<i32>, cases: Vec<i32>) -> Option<Vec<Row>> {
        let shape = [1, numbers.len()];
        let numbers = Value::from_shape(shape, numbers).ok()?;
        let cases = Value::from_shape(shape, cases).ok()?;
        let inputs = vec![(self.numbers, numbers.into()), (self.cases, cases.into())];
        let mut options = RunOptions::default();
        options.thread_pool = Some(THREADS.with(Arc::clone));
        let [chances] = self.model.run_n(inputs, [self.chances], Some(options)).ok()?;
        let (_, chances) = chances.into_shape_vec::<f32, 3>().ok()?;
        Some(chances.chunks_exact(TAGS).filter_map(|row| row.try_into().ok()).collect())
    }
}

/// The kinds of steps that the network is made of. The program carries no others, which saves megabytes.
fn steps() -> OpRegistry {
    op_registry!(
        Add,
        Cast,
        Concat,
        ConstantOfShape,
        DequantizeLinear,
        Div,
        DynamicQuantizeLinear,
        Erf,
        Gather,
        LayerNormalization,
        LogSoftmax,
        MatMul,
        MatMulInteger,
        Mul,
        Range,
        Reshape,
        Shape,
        Softmax,
        Split,
        Sub,
        Transpose,
        Unsqueeze
    )
}

/// How a sign is written.
const NO_LETTERS: i32 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thread_reads_the_same() {
        let text = Text::new("Talks between Norway and the World Bank resumed in Lima. Ana Ruiz led them.");
        let text = text.expect("short");
        let read = || loaded().expect("the network").tag(&text, &Cancel::default()).expect("not cancelled");
        let once = read();
        assert!(once.len() > 3, "{once:?}");
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
            assert!(threads.into_iter().all(|thread| thread.join().expect("no panic") == once));
        });
        rest();
        assert_eq!(read(), once);
    }
}
