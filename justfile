# The recipes of the house. `just check` does what the CI does, short of the real window.

# Lists the recipes.
default:
    @just --list

# All that must pass before a change is ready.
check: fmt clippy core test deny typos

# Formats nothing; says what is not formatted.
fmt:
    cargo fmt --check

# Lints with the interface, tests and benches included.
clippy:
    cargo clippy --all-targets --locked -- -D warnings

# The library and the command line without the interface: lints, then their tests.
core:
    cargo check --locked --no-default-features
    cargo clippy --locked --no-default-features --lib --bins -- -D warnings
    cargo test --locked --no-default-features --lib

# Every test but the one that needs a display.
test:
    cargo test --locked

# The program in a real window, under Xvfb.
window:
    cargo test --locked --test window -- --ignored --nocapture --test-threads 1

# Licences, advisories and where crates come from. Needs cargo-deny.
deny:
    cargo deny --locked check

# Spelling. Needs typos-cli.
typos:
    typos

# The window, with the sample unless told otherwise.
run *ARGS="assets/sample/vienna-talks.txt":
    cargo run --release --locked -- {{ARGS}}

# The benchmarks: frames, opening, saving.
bench *ARGS:
    cargo bench --locked {{ARGS}}

# Takes the README's screenshots again, from the real window under Xvfb.
shots:
    cargo build --release --locked
    tests/window/pictures.sh --shots assets/screenshots target/release/dateline
